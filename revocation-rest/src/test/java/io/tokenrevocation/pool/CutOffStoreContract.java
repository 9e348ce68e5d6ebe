package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.TokenRevocation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} keeps of cut-offs, and finds in the log. */
public abstract class CutOffStoreContract extends SessionStoreSteps {

  private final String poolId = alice.poolId();
  private final String client = "client-" + UUID.randomUUID();

  private Instant signedInBefore() {
    return store().inTransaction(transaction -> transaction.signedInBefore(alice, client));
  }

  private void raise(Kind kind, String revoked, Instant signedInBefore) {
    run(transaction -> transaction.raise(new CutOff(poolId, kind, revoked, signedInBefore)));
  }

  private boolean coversAny(Kind kind, String revoked, Instant signedInBefore) {
    return store()
        .inTransaction(
            transaction ->
                transaction.coversAny(new CutOff(poolId, kind, revoked, signedInBefore)));
  }

  @Nested
  class ACutOff {

    @Test
    void isTheEpochWhereThereIsNone() {
      raise(Kind.SUBJECT, UUID.randomUUID().toString(), SECOND);
      raise(Kind.CLIENT, UUID.randomUUID().toString(), SECOND);
      assertThat(signedInBefore()).isBeforeOrEqualTo(Instant.EPOCH);
    }

    @Test
    void isTheLatestOfThoseThatApply() {
      raise(Kind.SUBJECT, alice.subject(), SECOND);
      assertThat(signedInBefore()).isEqualTo(SECOND);
      raise(Kind.CLIENT, client, SECOND.plusSeconds(1));
      assertThat(signedInBefore()).isEqualTo(SECOND.plusSeconds(1));
    }

    @Test
    void onlyGrows() {
      raise(Kind.CLIENT, client, SECOND);
      raise(Kind.CLIENT, client, SECOND.minusSeconds(1));
      assertThat(signedInBefore()).isEqualTo(SECOND);
      raise(Kind.CLIENT, client, SECOND.plusSeconds(1));
      assertThat(signedInBefore()).isEqualTo(SECOND.plusSeconds(1));
    }

    @Test
    void isRaisedByOneAfterTheOther() throws Exception {
      raise(Kind.CLIENT, client, SECOND);
      whileHeld(
              transaction ->
                  transaction.raise(new CutOff(poolId, Kind.CLIENT, client, SECOND.plusSeconds(2))),
              () -> {
                raise(Kind.CLIENT, client, SECOND.plusSeconds(1));
                return true;
              })
          .get(10, TimeUnit.SECONDS);
      assertThat(signedInBefore()).isEqualTo(SECOND.plusSeconds(2));
    }

    @Test
    void coversASignInThatCanStillBeRefreshed() {
      var recently = now();
      opened(recently);
      assertThat(coversAny(Kind.SUBJECT, alice.subject(), recently)).isFalse();
      assertThat(coversAny(Kind.SUBJECT, alice.subject(), recently.plusSeconds(1))).isTrue();
      assertThat(coversAny(Kind.SUBJECT, "bob", recently.plusSeconds(1))).isFalse();
      assertThat(coversAny(Kind.CLIENT, "web", recently.plusSeconds(1))).isTrue();
      assertThat(coversAny(Kind.CLIENT, client, recently.plusSeconds(1))).isFalse();
      assertThat(coversAny(Kind.ISSUER, poolId, recently.plusSeconds(1))).isTrue();
    }

    @Test
    void coversNoSignInThatIsOver() {
      var longAgo = now().minusSeconds(4_000L * 86_400);
      opened(longAgo);
      assertThat(coversAny(Kind.SUBJECT, alice.subject(), longAgo.plusSeconds(1))).isFalse();
    }

    private Instant now() {
      return Instant.ofEpochSecond(store().inTransaction(SessionTransaction::now).getEpochSecond());
    }
  }

  @Nested
  class TheLog {

    private final Instant retainUntil = Instant.parse("2999-01-01T00:00:00Z");
    private final String id = UUID.randomUUID().toString();

    private List<RecordedRevocation> logged(RevocationKey... keys) {
      return store().inTransaction(transaction -> transaction.logged(List.of(keys)));
    }

    private RevocationKey key(Kind kind) {
      return new RevocationKey(kind, "https://issuer.example", id);
    }

    @Test
    void findsWhatItKeepsUnderAnyOfTheKeys() {
      var revocation = new TokenRevocation("https://issuer.example", id, retainUntil);
      var appended =
          store().inTransaction(transaction -> transaction.append(List.of(revocation), NOTE));
      assertThat(logged(key(Kind.FAMILY), key(Kind.TOKEN))).isEqualTo(appended);
      assertThat(appended).singleElement().extracting(RecordedRevocation::note).isEqualTo(NOTE);
    }

    @Test
    void findsNothingOfAnotherKindIssuerOrValueAndNothingThatIsOver() {
      run(
          transaction ->
              transaction.append(
                  List.of(
                      new TokenRevocation("https://other.example", id, retainUntil),
                      new TokenRevocation("https://issuer.example", id + "x", retainUntil),
                      new TokenRevocation("https://issuer.example", id, SECOND)),
                  NOTE));
      assertThat(logged(key(Kind.TOKEN), key(Kind.FAMILY))).isEmpty();
    }
  }

  @Test
  void knowsNoClientThatWasNeverAdded() {
    assertThat(store().inTransaction(transaction -> transaction.hasClient(client)).booleanValue())
        .isFalse();
  }
}
