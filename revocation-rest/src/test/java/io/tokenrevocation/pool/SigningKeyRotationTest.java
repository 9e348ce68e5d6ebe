package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.KeyChange;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("io.tokenrevocation.jpa.TestDatabase#openers")
class SigningKeyRotationTest {

  private static final Duration LAST_TOKEN = Duration.ofHours(24).plusMinutes(5);

  private final TestDatabase database;
  private final TestNode node;
  private final TestNode other;

  SigningKeyRotationTest(Supplier<TestDatabase> opener) {
    this.database = opener.get();
    this.node = TestNode.start(database, 1);
    this.other = TestNode.start(database, 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static List<PublishedKey> access(List<PublishedKey> keys) {
    return keys.stream().filter(key -> key.use() == TokenUse.ACCESS).toList();
  }

  private List<PublishedKey> rotate() {
    return done(node.rotation.rotate(POOL, NOTE));
  }

  private List<PublishedKey> replace(PublishedKey key) {
    return done(node.rotation.replace(POOL, Set.of(key.keyId()), NOTE));
  }

  /** What each of several nodes got that did something at the same time. */
  private static <T> List<T> together(Stream<TestNode> nodes, Function<TestNode, T> act) {
    var start = new CountDownLatch(1);
    var acting =
        nodes
            .map(
                each ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          TestThreads.await(start);
                          return act.apply(each);
                        },
                        TestThreads::start))
            .toList();
    start.countDown();
    return acting.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void listsWhatIsPublishedAndSinceWhenItIsThere() {
    assertThat(done(node.rotation.list(POOL))).hasSize(2);
    var rotated = rotate();
    var listed = done(other.rotation.list(POOL));
    assertThat(listed).hasSize(4).extracting(AgedKey::key).isEqualTo(rotated);
    assertThat(listed)
        .allSatisfy(
            key -> assertThat(key.createdAt()).isBefore(key.key().signsFrom().plusSeconds(60)));
    assertThat(node.rotation.list("eu-west-1_Other1"))
        .isEqualTo(new Outcome.Refused<>(Refusal.UNKNOWN_POOL));
  }

  @Nested
  class Rotate {

    @Test
    void answersWhichKeySignsFromWhenAndUntilWhenTheOldOneIsPublished() {
      var keys = access(rotate());
      assertThat(keys).hasSize(2);
      var next = keys.get(1).signsFrom();
      assertThat(next).isAfter(keys.get(0).signsFrom().plus(Duration.ofMinutes(179)));
      assertThat(keys.get(0).publishedUntil()).contains(next.plus(LAST_TOKEN));
      assertThat(keys.get(1).publishedUntil()).isEmpty();
    }

    @Test
    void publishesTheNextKeysOnEveryNode() {
      rotate();
      other.upkeep.refresh();
      assertThat(node.keys.publicKeySet(POOL).orElseThrow().split("\"kid\"", -1)).hasSize(5);
      assertThat(other.keys.publicKeySet(POOL)).isEqualTo(node.keys.publicKeySet(POOL));
    }

    @Test
    void changesNothingTheSecondTime() {
      assertThat(rotate()).isEqualTo(rotate());
      assertThat(done(other.rotation.rotate(POOL, NOTE))).isEqualTo(rotate());
    }

    @Test
    void makesOneKeyOfEachUseWhenNodesRotateTogether() {
      var nodes = Stream.of(node, other, TestNode.start(database, 1), TestNode.start(database, 1));
      var answers = together(nodes, each -> done(each.rotation.rotate(POOL, NOTE)));
      assertThat(answers).allSatisfy(keys -> assertThat(keys).hasSize(4));
      assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void refusesAPoolThatThereIsNot() {
      assertThat(node.rotation.rotate("eu-west-1_Nowhere", NOTE))
          .isEqualTo(new Outcome.Refused<>(Refusal.UNKNOWN_POOL));
      assertThat(node.rotation.replace("eu-west-1_Nowhere", Set.of("x"), NOTE))
          .isEqualTo(new Outcome.Refused<>(Refusal.UNKNOWN_POOL));
    }
  }

  @Nested
  class Replace {

    private final PublishedKey signing = access(rotate()).get(0);

    @Test
    void leavesOutTheKeyAndHasOneThatSignsAtOnce() {
      var keys = access(replace(signing));
      assertThat(keys).hasSize(2).doesNotContain(signing);
      assertThat(keys.get(0).signsFrom()).isBefore(signing.signsFrom().plusSeconds(60));
      assertThat(node.keys.publicKeySet(POOL).orElseThrow()).doesNotContain(signing.keyId());
    }

    @Test
    void changesNothingTheSecondTime() {
      assertThat(replace(signing)).isEqualTo(replace(signing));
    }

    @Test
    void takesTheKeyOutOfUseOnAnotherNodeWhenItNextAsksForRevocations() {
      replace(signing);
      assertThat(other.keys.publicKeySet(POOL).orElseThrow()).contains(signing.keyId());
      other.upkeep.refresh();
      assertThat(other.keys.publicKeySet(POOL).orElseThrow()).doesNotContain(signing.keyId());
    }

    @Test
    void makesOneKeyWhenNodesReplaceOneTogether() {
      var answers =
          together(
              Stream.of(node, other, TestNode.start(database, 1)),
              each -> done(each.rotation.replace(POOL, Set.of(signing.keyId()), NOTE)));
      assertThat(answers.stream().distinct()).hasSize(1);
      assertThat(access(answers.get(0))).hasSize(2);
    }
  }

  @Nested
  class Upkeep {

    @Test
    void makesTheNextKeyOnOneNodeWhenItIsDueOnAll() throws Exception {
      database.execute(
          "update revocation_signing_key set signs_from = signs_from - interval '100' day");
      var changes = together(Stream.of(node, other), each -> each.keys.keepUp(POOL));
      assertThat(changes.stream().map(KeyChange::made).mapToInt(List::size).sum()).isEqualTo(2);
      assertThat(node.keys.publicKeySet(POOL)).isEqualTo(other.keys.publicKeySet(POOL));
    }

    @Test
    void makesTheNextKeyWithinAMinute() throws Exception {
      database.execute(
          "update revocation_signing_key set signs_from = signs_from - interval '100' day");
      node.upkeep.run();
      assertThat(database.keys().keysOf(POOL)).hasSize(2);
      node.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      node.upkeep.run();
      assertThat(database.keys().keysOf(POOL)).hasSize(4);
    }

    @Test
    void deletesAKeyThatHasBeenRelievedForADay() throws Exception {
      rotate();
      database.execute(
          "update revocation_signing_key set signs_from = signs_from - interval '2' day");
      assertThat(node.keys.keepUp(POOL).removed()).hasSize(2);
      assertThat(database.keys().keysOf(POOL)).hasSize(2);
    }
  }
}
