package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.SealedTexts.Kind;
import io.tokenrevocation.mint.VaultException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Another encryption key, in the order that the README says")
class EncryptionKeyChangeTest {

  private static final String SECRET = "a_secret_of_a_client_0000000";
  private static final int OLD = 1;
  private static final int NEW = 2;
  private static final int STEPS = 10;

  private final TestDatabase database = TestDatabase.open();
  private final TestNode before = TestNode.start(database, OLD);

  @AfterEach
  void close() {
    database.close();
  }

  private static void register(TestNode node, String id) {
    node.clients.register(POOL, id, SECRET, EnumSet.noneOf(AuthFlow.class));
  }

  private static boolean authenticates(TestNode node, String id) {
    return node.clients.authenticates(node.clients.find(id).orElseThrow(), SECRET);
  }

  private static void reseal(TestNode node) {
    for (var step = 0; step < STEPS; step++) {
      node.upkeep.run();
    }
  }

  @Test
  void isInUseWithoutTheOldOneWhenEverythingHasBeenSealedAgain() {
    for (var each = 0; each < 50; each++) { // more than one step
      register(before, "client" + each);
    }
    var keySet = before.keys.publicKeySet(POOL);
    reseal(TestNode.start(database, NEW, OLD));

    var after = TestNode.start(database, NEW);
    assertThat(after.keys.publicKeySet(POOL)).isEqualTo(keySet);
    for (var each = 0; each < 50; each++) {
      assertThat(authenticates(after, "client" + each)).isTrue();
    }
  }

  @Test
  void openedByNobodyWithoutTheOldOneBefore() {
    assertThatThrownBy(() -> TestNode.start(database, NEW)).isInstanceOf(VaultException.class);
  }

  /** Nodes with the configuration before a step and after it run side by side during the step. */
  @Nested
  class AtNoMoment {

    private final TestNode first = TestNode.start(database, OLD, NEW);

    private void understandEachOther(TestNode one, TestNode two) {
      register(one, "one");
      register(two, "two");
      assertThat(authenticates(one, "two")).isTrue();
      assertThat(authenticates(two, "one")).isTrue();
      done(one.rotation.rotate(POOL, NOTE));
      two.upkeep.refresh();
      assertThat(two.keys.publicKeySet(POOL)).isEqualTo(one.keys.publicKeySet(POOL));
      done(two.rotation.replace(POOL, Set.of(kid(two)), NOTE));
      one.upkeep.refresh();
      assertThat(one.keys.publicKeySet(POOL)).isEqualTo(two.keys.publicKeySet(POOL));
    }

    private String kid(TestNode node) {
      return node.keys
          .publicKeySet(POOL)
          .orElseThrow()
          .replaceFirst(".*?\"kid\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void doesANodeMeetWhatItCannotOpenWhileTheNewKeyIsMadeKnown() {
      reseal(first);
      understandEachOther(before, first);
    }

    @Test
    void doesANodeMeetWhatItCannotOpenWhileTheNewKeyBecomesTheFirst() {
      var second = TestNode.start(database, NEW, OLD);
      reseal(second);
      understandEachOther(first, second);
    }

    @Test
    void doesANodeMeetWhatItCannotOpenWhileTheOldKeyIsDropped() {
      var second = TestNode.start(database, NEW, OLD);
      reseal(second);
      understandEachOther(second, TestNode.start(database, NEW));
    }
  }

  @Test
  void replacesNoSecretThatHasBeenChangedMeanwhile() {
    register(before, "web");
    var texts = database.sealedTexts();
    var read = texts.after(Kind.CLIENT_SECRET, "", 1).get(0);
    assertThat(texts.replace(read, "changed")).isTrue();
    assertThat(texts.replace(read, "too late")).isFalse();
    assertThat(texts.after(Kind.CLIENT_SECRET, "", 1).get(0).sealed()).isEqualTo("changed");
  }

  @Test
  void leavesWhatNoKeyOpensAsItIs() {
    register(before, "web");
    var texts = database.sealedTexts();
    texts.replace(texts.after(Kind.CLIENT_SECRET, "", 1).get(0), "nonsense");
    register(before, "xyz");
    reseal(TestNode.start(database, NEW, OLD));
    assertThat(authenticates(TestNode.start(database, NEW), "xyz")).isTrue();
    assertThat(texts.after(Kind.CLIENT_SECRET, "", 1).get(0).sealed()).isEqualTo("nonsense");
  }
}
