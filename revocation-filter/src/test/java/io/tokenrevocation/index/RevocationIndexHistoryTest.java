package io.tokenrevocation.index;

import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Compares the index with a map through long histories, in which revocations come in any order and
 * repeatedly, expire, and are purged a little at a time, so that its arrays grow and shrink.
 */
class RevocationIndexHistoryTest {

  private static final int IDS = 30_000;
  private static final int LONGEST = 3_600;

  @Property(seed = "9068", tries = 10)
  void coversWhatAMapOfTheLiveOnesCovers(@ForAll long seed) {
    var history = new History(new Random(seed));
    for (var round = 0; round < 20; round++) {
      history.goOn();
      history.check();
    }
  }

  @Property(seed = "2104", tries = 3)
  void shrinksToNothingWhenEverythingHasExpired(@ForAll long seed) {
    var history = new History(new Random(seed));
    history.goOn();
    history.letAllExpire();
    assertThat(history.index.size()).isZero();
  }

  @Property(seed = "8725", tries = 5)
  void tellsOfWhatIsNewAndOfNothingElse(@ForAll long seed) {
    var history = new History(new Random(seed));
    var revocations = history.some(2_000);
    var told = new ArrayList<Revocation>();
    history.index.apply(revocations, history.now, told::add);
    assertThat(told.stream().map(Revocation::key).distinct())
        .hasSize((int) revocations.stream().map(Revocation::key).distinct().count());
    told.clear();
    history.index.apply(revocations, history.now, told::add);
    assertThat(told).isEmpty();
  }

  private static final class History {

    private final RevocationIndex index = new RevocationIndex(1_000_000);
    private final Map<RevocationKey, List<Revocation>> model = new HashMap<>();
    private final Random random;
    private Instant now = NOW;

    History(Random random) {
      this.random = random;
    }

    void goOn() {
      apply(some(random.nextInt(4_000)));
      now = now.plusSeconds(random.nextInt(LONGEST / 10));
      for (var step = random.nextInt(RevocationIndex.PURGE_STEPS); step > 0; step--) {
        index.purgeSome(now);
      }
    }

    List<Revocation> some(int count) {
      return IntStream.range(0, count).mapToObj(any -> one()).toList();
    }

    private Revocation one() {
      var id = String.valueOf(random.nextInt(IDS));
      var until = now.plusSeconds(1 + random.nextInt(LONGEST));
      return random.nextBoolean()
          ? new FamilyRevocation(ISSUER, id, until)
          : new SubjectRevocation(ISSUER, id, NOW.plusSeconds(random.nextInt(10)), until);
    }

    private void apply(List<Revocation> revocations) {
      index.apply(revocations, now);
      for (var revocation : revocations) {
        model.computeIfAbsent(revocation.key(), key -> new ArrayList<>()).add(revocation);
      }
    }

    void letAllExpire() {
      now = now.plusSeconds(LONGEST);
      for (var step = 0; step < RevocationIndex.PURGE_STEPS; step++) {
        index.purgeSome(now);
      }
    }

    /** What must be kept is covered; what was never covered is not. */
    void check() {
      for (var asked = 0; asked < 1_000; asked++) {
        var id = String.valueOf(random.nextInt(IDS));
        var issuedAt = NOW.plusSeconds(random.nextInt(10));
        var token =
            TestTokens.of(id).ids(null, id, null).client(null).issuedAt(issuedAt).verified();
        var covering =
            token.revocableBy().stream()
                .flatMap(key -> model.getOrDefault(key, List.of()).stream())
                .filter(revocation -> revocation.covers(token))
                .toList();
        if (covering.stream().anyMatch(revocation -> revocation.retainUntil().isAfter(now))) {
          assertThat(index.covers(token)).as("%s", covering).isTrue();
        }
        if (covering.isEmpty()) {
          assertThat(index.covers(token)).as("%s", token).isFalse();
        }
      }
    }
  }
}
