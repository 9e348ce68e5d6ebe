package io.tokenrevocation.mint;

import static io.tokenrevocation.mint.TestKeys.EVERY;
import static io.tokenrevocation.mint.TestKeys.ISSUER;
import static io.tokenrevocation.mint.TestKeys.LEAD;
import static io.tokenrevocation.mint.TestKeys.POOL;
import static io.tokenrevocation.mint.TestKeys.SCHEDULE;
import static io.tokenrevocation.mint.TestKeys.START;
import static io.tokenrevocation.mint.TestKeys.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.mint.TokenMinter.TokenSession;
import io.tokenrevocation.mint.TokenMinter.TokenSubject;
import io.tokenrevocation.token.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two nodes on one store, as time goes by. */
class KeyLifeTest {

  private static final TokenSubject ALICE =
      new TokenSubject("alice-sub", "alice", List.of(), Map.of());

  private static final KeyAct ACT = new KeyAct("keys-replaced", true, "test", "stolen");

  private final InMemorySealedKeyStore store = new InMemorySealedKeyStore(START);
  private final AtomicLong nanos = new AtomicLong();
  private final SigningKeys node = node();
  private final SigningKeys other = node();

  private SigningKeys node() {
    var keys = new SigningKeys(store, VAULT, SCHEDULE, nanos::get);
    keys.load(POOL, ISSUER);
    return keys;
  }

  private void later(Duration duration) {
    store.set(store.now().plus(duration));
  }

  private static String token(SigningKeys keys, Instant issuedAt) {
    var session = new TokenSession(POOL, ISSUER, "web", "family", true, "scope", issuedAt);
    return new TokenMinter(keys)
        .accessToken(ALICE, session, issuedAt, issuedAt.plus(Duration.ofHours(24)));
  }

  private String token() {
    return token(node, store.now());
  }

  private void accept(SigningKeys keys, String token) {
    new TokenVerifier(keys, store::now, Duration.ZERO).verify(token);
  }

  private void refuse(SigningKeys keys, String token) {
    assertThatThrownBy(() -> accept(keys, token)).isInstanceOf(InvalidTokenException.class);
  }

  private static String keyId(String token) {
    return new Base64URL(token.split("\\.", -1)[0])
        .decodeToString()
        .replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
  }

  private static boolean publishes(SigningKeys keys, String keyId) {
    return keys.publicKeySet(POOL).orElseThrow().contains(keyId);
  }

  @Nested
  class OnSchedule {

    private final String first = keyId(token());

    @Test
    void aKeyIsPublishedEverywhereBeforeItSignsAnywhere() {
      later(EVERY.minus(LEAD));
      var next = node.keepUp(POOL).made().get(0).keyId();
      other.refresh();

      assertThat(publishes(node, next)).isTrue();
      assertThat(publishes(other, next)).isTrue();
      later(LEAD.minusSeconds(1));
      assertThat(keyId(token())).isEqualTo(first);
      assertThat(keyId(token(other, store.now()))).isEqualTo(first);
      later(Duration.ofSeconds(1));
      assertThat(keyId(token())).isEqualTo(next);
      assertThat(keyId(token(other, store.now()))).isEqualTo(next);
    }

    @Test
    void aKeyStaysPublishedUntilItsLastTokenHasExpired() {
      later(EVERY.minus(LEAD));
      node.keepUp(POOL);
      later(LEAD.minusSeconds(1));
      var last = token();
      assertThat(keyId(last)).isEqualTo(first);

      later(Duration.ofHours(24).minusSeconds(1));
      node.keepUp(POOL);
      accept(node, last);
      assertThat(publishes(node, first)).isTrue();

      later(Duration.ofSeconds(2).plus(Revocation.GREATEST_LEEWAY));
      other.refresh();
      assertThat(node.keepUp(POOL).removed()).extracting(SealedKey::keyId).contains(first);
      other.refresh();
      assertThat(publishes(node, first)).isFalse();
      assertThat(publishes(other, first)).isFalse();
      accept(other, token());
    }

    @Test
    void oneNodeMakesTheNextKeyAndTheOtherFindsIt() {
      later(EVERY);
      assertThat(node.keepUp(POOL).made()).hasSize(2);
      assertThat(other.keepUp(POOL).made()).isEmpty();
      assertThat(other.publicKeySet(POOL)).isEqualTo(node.publicKeySet(POOL));
    }
  }

  @Nested
  class InAnEmergency {

    private final String stolen = token();

    @Test
    void aKeyIsRefusedAtOnceAndTheNextSignsAtOnce() {
      node.replace(POOL, Set.of(keyId(stolen)), ACT);
      refuse(node, stolen);
      assertThat(publishes(node, keyId(stolen))).isFalse();
      accept(node, token());
    }

    @Test
    void aKeyIsRefusedByAnotherNodeAsSoonAsItHasReadTheKeysAgain() {
      node.replace(POOL, Set.of(keyId(stolen)), ACT);
      accept(other, stolen);
      other.refresh();
      refuse(other, stolen);
    }

    @Test
    void aNewKeyIsFoundByAnotherNodeWhenItMeetsAToken() {
      node.replace(POOL, Set.of(keyId(stolen)), ACT);
      accept(other, token());
    }

    @Test
    void aFloodOfMadeUpKeysAsksTheStoreOnceASecond() {
      var forged =
          Base64URL.encode("{\"kid\":\"made-up\",\"alg\":\"RS256\"}")
              + stolen.substring(stolen.indexOf('.'));
      var before = store.asked();
      for (var each = 0; each < 1000; each++) {
        refuse(other, forged);
      }
      assertThat(store.asked()).isEqualTo(before + 1);

      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      refuse(other, forged);
      refuse(other, forged);
      assertThat(store.asked()).isEqualTo(before + 2);
    }
  }
}
