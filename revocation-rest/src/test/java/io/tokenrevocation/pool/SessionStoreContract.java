package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.TokenRevocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} keeps, and when. */
public abstract class SessionStoreContract extends SessionStoreSteps {

  /** Returns the log that the store appends to. */
  protected abstract RevocationLog log();

  @Nested
  class Transaction {

    @Test
    void returnsWhatTheWorkReturned() {
      String returned = store().inTransaction(transaction -> "done");
      assertThat(returned).isEqualTo("done");
    }

    @Test
    void showsNextTransactionWhatThisOneWrote() {
      var family = opened(SECOND);
      assertThat(found(family.id())).contains(family);
    }

    @Test
    void leavesNothingWhenTheWorkThrows() {
      var family = TestFamilies.of(alice, SECOND);
      var before = TestLog.endOf(log());
      var failure = new IllegalStateException("on purpose");
      assertThatThrownBy(
              () ->
                  run(
                      transaction -> {
                        transaction.lockExclusively(alice);
                        transaction.save(alice, new SubjectState(7, SECOND));
                        transaction.open(family);
                        transaction.append(List.of(revocation()), NOTE);
                        throw failure;
                      }))
          .isSameAs(failure);
      assertThat(found(family.id())).isEmpty();
      assertThat(state()).isEqualTo(SubjectState.NEW);
      assertThat(log().since(before).revocations()).isEmpty();
    }

    @Test
    void readsAClockThatGoesOnInsideIt() {
      Duration passed =
          store()
              .inTransaction(
                  transaction -> {
                    var first = transaction.now();
                    var now = first;
                    while (!now.isAfter(first)) {
                      now = transaction.now();
                    }
                    return Duration.between(first, now);
                  });
      assertThat(passed).isPositive().isLessThan(Duration.ofSeconds(5));
    }
  }

  @Nested
  class OfFamilies {

    @Test
    void findsOneByWhatItsRefreshTokensShare() {
      opened(SECOND);
      var family = opened(SECOND);
      assertThat(found(family.refreshTokens().familyHash())).contains(family);
    }

    @Test
    void findsNoneByAnUnknownHashOrId() {
      opened(SECOND);
      assertThat(found(RefreshToken.first().familyHash())).isEmpty();
      assertThat(found(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsWhatChangesInItsLife() {
      var family = opened(SECOND);
      var token = RefreshToken.first();
      var rotated = RefreshTokens.first(token).rotated(token, token.next(), SECOND);
      var changed =
          TestFamilies.revoked(
              family.rotated(rotated).minted(SECOND.plusSeconds(60), TokenValidity.DEFAULT),
              SECOND.plusMillis(1));
      run(
          transaction -> {
            transaction.lock(family.id());
            transaction.save(changed);
          });
      assertThat(found(family.id())).contains(changed);
    }

    @Test
    void takesTheNewestIssueOfTheSubjectOnly() {
      opened(SECOND.plusSeconds(5));
      opened(SECOND.plusSeconds(9));
      opened(SECOND);
      open(TestFamilies.of(new SubjectKey(alice.poolId(), "bob"), SECOND.plusSeconds(99)));
      assertThat(newestIssue()).isEqualTo(SECOND.plusSeconds(9));
    }

    @Test
    void hasNoIssueOfASubjectWhoNeverSignedIn() {
      assertThat(newestIssue()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void takesThoseThatLastMintedInTheSecondAndNoOthers() {
      opened(SECOND.minusSeconds(1));
      opened(SECOND.plusSeconds(1));
      open(TestFamilies.of(new SubjectKey(alice.poolId(), "bob"), SECOND));
      var first = opened(SECOND);
      var second = opened(SECOND);
      assertThat(lastMintedIn(SECOND)).containsExactlyInAnyOrder(first, second);
    }
  }

  private static TokenRevocation revocation() {
    return new TokenRevocation("https://issuer.example", "id", SECOND.plusSeconds(86_400));
  }
}
