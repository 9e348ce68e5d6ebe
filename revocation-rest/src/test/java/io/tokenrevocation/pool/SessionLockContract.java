package io.tokenrevocation.pool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a {@link SessionStore} serialises sign-ins, refreshes and sign-outs. */
public abstract class SessionLockContract extends SessionStoreSteps {

  @Nested
  class Subject {

    @Test
    void isNewUntilStored() {
      assertThat(state()).isEqualTo(SubjectState.NEW);
    }

    @Test
    void isNewWhenLockedFirst() {
      assertThat(lockedShared()).isEqualTo(SubjectState.NEW);
      assertThat(lockedExclusively()).isEqualTo(SubjectState.NEW);
    }

    @Test
    void keepsItsEpochAndCutOff() {
      var state = new SubjectState(3, SECOND);
      save(state);
      assertThat(state()).isEqualTo(state);
      assertThat(lockedShared()).isEqualTo(state);
    }

    @Test
    void isAnotherInAnotherPool() {
      save(new SubjectState(3, SECOND));
      var other = new SubjectKey("eu-west-1_Pool2", alice.subject());
      SubjectState elsewhere = store().inTransaction(transaction -> transaction.read(other));
      assertThat(elsewhere).isEqualTo(SubjectState.NEW);
    }

    @Test
    void isLockedInTheStateThatTheHolderBeforeCommitted() throws Exception {
      save(new SubjectState(1, SECOND));
      var later =
          whileHeld(
              transaction -> {
                transaction.lockExclusively(alice);
                transaction.save(alice, new SubjectState(2, SECOND));
              },
              () -> lockedShared());
      assertThat(later.get(10, SECONDS).signOutEpoch()).isEqualTo(2);
    }

    @Test
    void makesASignOutWaitForASharedLock() throws Exception {
      save(SubjectState.NEW);
      var opened = TestFamilies.of(alice, SECOND);
      var newest =
          whileHeld(
              transaction -> {
                transaction.lockShared(alice);
                transaction.open(opened);
              },
              () ->
                  store()
                      .inTransaction(
                          transaction -> {
                            transaction.lockExclusively(alice);
                            return transaction.newestIssue(alice);
                          }));
      assertThat(newest.get(10, SECONDS)).isEqualTo(SECOND);
    }

    @Test
    void isReadWithoutWaitingForALock() throws Exception {
      save(new SubjectState(1, SECOND));
      var seen = new AtomicLong();
      run(
          transaction -> {
            transaction.lockExclusively(alice);
            transaction.save(alice, new SubjectState(2, SECOND));
            seen.set(CompletableFuture.supplyAsync(() -> state()).join().signOutEpoch());
          });
      assertThat(seen).hasValue(1);
    }

    @Test
    void isStoredOnceByThoseWhoMeetItFirstTogether() throws Exception {
      var start = new CountDownLatch(1);
      var all =
          List.of(1, 2, 3, 4).stream()
              .map(each -> CompletableFuture.supplyAsync(() -> raised(start), TestThreads::start))
              .toList();
      start.countDown();
      for (var each : all) {
        each.get(10, SECONDS);
      }
      assertThat(state().signOutEpoch()).isEqualTo(4);
    }

    /** Whoever has a stolen refresh token may use it without a pause. */
    @Test
    void isNotKeptFromASignOutByOthersWhoKeepLockingIt() throws Exception {
      save(SubjectState.NEW);
      var signedOut = new AtomicBoolean();
      var started = new CountDownLatch(8);
      var others =
          Stream.generate(
                  () ->
                      CompletableFuture.runAsync(
                          () -> lockUntil(signedOut, started), TestThreads::start))
              .limit(8)
              .toList();
      TestThreads.await(started);
      try {
        CompletableFuture.supplyAsync(() -> lockedExclusively(), TestThreads::start)
            .get(5, SECONDS);
      } finally {
        signedOut.set(true);
      }
      for (var other : others) {
        other.get(10, SECONDS);
      }
    }

    private void lockUntil(AtomicBoolean done, CountDownLatch started) {
      while (!done.get()) {
        run(
            transaction -> {
              transaction.lockShared(alice);
              started.countDown();
              var end = transaction.now().plusMillis(5);
              while (transaction.now().isBefore(end)) {
                Thread.onSpinWait();
              }
            });
      }
    }

    private SubjectState raised(CountDownLatch start) {
      TestThreads.await(start);
      return store()
          .inTransaction(
              transaction -> {
                var state = transaction.lockExclusively(alice).signedOutAgain(SECOND);
                transaction.save(alice, state);
                return state;
              });
    }
  }

  @Nested
  class OfAFamily {

    @Test
    void locksOneInTheStateThatTheHolderBeforeCommitted() throws Exception {
      var family = opened(SECOND);
      var later =
          whileHeld(
              transaction -> {
                transaction.lock(family.id());
                transaction.revoke(List.of(family.id()), SECOND);
              },
              () -> store().inTransaction(transaction -> transaction.lock(family.id())));
      assertThat(later.get(10, SECONDS).revokedAt()).isEqualTo(SECOND);
    }

    @Test
    void locksOneInTheStateThatIsCommittedByThenThoughItWasFoundInAnother() {
      var family = opened(SECOND);
      Family locked =
          store()
              .inTransaction(
                  transaction -> {
                    assertThat(transaction.find(family.id())).contains(family);
                    var other =
                        CompletableFuture.runAsync(() -> revoke(family), TestThreads::start);
                    other.join();
                    return transaction.lock(family.id());
                  });
      assertThat(locked.revokedAt()).isEqualTo(SECOND);
    }

    @Test
    void locksOfManyThoseThatNobodyElseHasLocked() {
      var held = opened(SECOND);
      var free = opened(SECOND);
      var hashes = Set.of(hash(held), hash(free), RefreshToken.first().familyHash());
      run(
          holder -> {
            holder.lock(held.id());
            assertThat(free(hashes)).containsExactly(free);
          });
      assertThat(free(hashes)).containsExactlyInAnyOrder(held, free);
    }

    @Test
    void knowsThoseThatSomebodyElseHasLocked() {
      var held = opened(SECOND);
      var hashes = Set.of(hash(held), RefreshToken.first().familyHash());
      run(
          holder -> {
            holder.lock(held.id());
            Set<String> known = elsewhere(other -> other.known(hashes));
            assertThat(known).containsExactly(hash(held));
          });
    }

    private List<Family> free(Set<String> hashes) {
      return elsewhere(transaction -> transaction.lockFree(hashes));
    }

    private <T> T elsewhere(Function<SessionTransaction, T> work) {
      return CompletableFuture.supplyAsync(() -> store().inTransaction(work), TestThreads::start)
          .orTimeout(1, SECONDS)
          .join();
    }

    private String hash(Family family) {
      return family.refreshTokens().familyHash();
    }

    private void revoke(Family family) {
      run(
          transaction -> {
            transaction.lock(family.id());
            transaction.revoke(List.of(family.id()), SECOND);
          });
    }
  }
}
