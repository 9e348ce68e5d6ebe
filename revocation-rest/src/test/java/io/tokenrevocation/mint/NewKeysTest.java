package io.tokenrevocation.mint;

import static io.tokenrevocation.mint.TestKeys.ISSUER;
import static io.tokenrevocation.mint.TestKeys.POOL;
import static io.tokenrevocation.mint.TestKeys.SCHEDULE;
import static io.tokenrevocation.mint.TestKeys.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.pool.UserPool;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Two nodes on one database; what one of them makes keys with is in the hands of the test. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.tokenrevocation.jpa.TestDatabase#openers")
class NewKeysTest {

  private static final KeyAct ACT = new KeyAct("keys-replaced", true, "test", "stolen");

  private final TestDatabase database;
  private final SigningKeys other;
  private final AtomicInteger made = new AtomicInteger();

  /** What happens elsewhere while the node makes a key. */
  private Runnable meanwhile = () -> {};

  private final SigningKeys node;

  NewKeysTest(Supplier<TestDatabase> opener) {
    this.database = opener.get();
    database.pools().ensure(new UserPool(POOL, ISSUER));
    this.other = new SigningKeys(database.keys(), VAULT, SCHEDULE, () -> 0);
    this.node = new SigningKeys(database.keys(), VAULT, SCHEDULE, () -> 0, this::make);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Function<Instant, SealedKey> make(String poolId, SealedKey.Use use) {
    made.incrementAndGet();
    meanwhile.run();
    return SigningKey.generate(poolId, use, VAULT);
  }

  private List<SealedKey> stored() {
    return database.keys().keysOf(POOL);
  }

  @Test
  void letAnotherNodeChangeTheKeysWhileTheyAreMade() {
    other.load(POOL, ISSUER);
    var stolen = stored().get(0).keyId();
    meanwhile = () -> other.replace(POOL, Set.of(stolen), ACT);
    node.load(POOL, ISSUER);

    node.rotate(POOL, ACT);
    assertThat(made).hasValue(2);
    assertThat(stored()).hasSize(4).extracting(SealedKey::keyId).doesNotContain(stolen);
  }

  @Test
  void areForgottenWhereAnotherNodeHasMadeThemMeanwhile() {
    meanwhile = () -> other.load(POOL, ISSUER);
    assertThat(node.load(POOL, ISSUER).made()).isEmpty();
    assertThat(stored()).hasSize(2);
    assertThat(node.publicKeySet(POOL)).isEqualTo(other.publicKeySet(POOL));
  }

  @Test
  void areNotMadeWhereNoneIsDue() {
    other.load(POOL, ISSUER);
    assertThat(node.load(POOL, ISSUER).made()).isEmpty();
    assertThat(node.keepUp(POOL).made()).isEmpty();
    assertThat(node.replace(POOL, Set.of("unknown"), ACT).made()).isEmpty();
    assertThat(made).hasValue(0);
  }

  @Test
  void areMadeOnceMoreWhereAnotherIsDueMeanwhile() {
    other.load(POOL, ISSUER);
    node.load(POOL, ISSUER);
    var idKey = stored().stream().filter(key -> key.use() == SealedKey.Use.ID).findFirst();
    var accessKey = stored().stream().filter(key -> key.use() == SealedKey.Use.ACCESS).findFirst();
    var both = Set.of(idKey.orElseThrow().keyId(), accessKey.orElseThrow().keyId());
    meanwhile = () -> other.replace(POOL, Set.of(accessKey.orElseThrow().keyId()), ACT);
    assertThat(node.replace(POOL, both, ACT).made()).hasSize(1);
    assertThat(stored()).hasSize(2).extracting(SealedKey::keyId).doesNotContainAnyElementsOf(both);
  }
}
