package io.tokenrevocation.pool;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A session store under test, and the small steps its contracts are written in. */
public abstract class SessionStoreSteps {

  static final Instant SECOND = Instant.parse("2026-03-01T12:00:00Z");
  static final Note NOTE = new Note("test", "to see it kept");

  /** A subject whom no other test knows. */
  final SubjectKey alice = new SubjectKey("eu-west-1_Pool1", UUID.randomUUID().toString());

  /** Returns the store to test; other tests may have written to it. */
  protected abstract SessionStore store();

  final Family opened(Instant issuedAt) {
    var family = TestFamilies.of(alice, issuedAt);
    open(family);
    return family;
  }

  final void open(Family family) {
    run(transaction -> transaction.open(family));
  }

  final Optional<Family> found(UUID id) {
    return store().inTransaction(transaction -> transaction.find(id));
  }

  final Optional<Family> found(String familyHash) {
    return store().inTransaction(transaction -> transaction.find(familyHash));
  }

  final Instant newestIssue() {
    return store().inTransaction(transaction -> transaction.newestIssue(alice));
  }

  final List<Family> lastMintedIn(Instant second) {
    return store().inTransaction(transaction -> transaction.lastMintedIn(alice, second));
  }

  final SubjectState lockedShared() {
    return store().inTransaction(transaction -> transaction.lockShared(alice));
  }

  final SubjectState lockedExclusively() {
    return store().inTransaction(transaction -> transaction.lockExclusively(alice));
  }

  final SubjectState state() {
    return store().inTransaction(transaction -> transaction.read(alice));
  }

  final void save(SubjectState state) {
    run(
        transaction -> {
          transaction.lockExclusively(alice);
          transaction.save(alice, state);
        });
  }

  final void run(Consumer<SessionTransaction> work) {
    store()
        .inTransaction(
            transaction -> {
              work.accept(transaction);
              return true;
            });
  }

  /** Starts something while another transaction is open, and sees that it waits for the commit. */
  final <T> Future<T> whileHeld(Consumer<SessionTransaction> holder, Supplier<T> waiting)
      throws Exception {
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var holding =
        CompletableFuture.runAsync(
            () ->
                run(
                    transaction -> {
                      holder.accept(transaction);
                      held.countDown();
                      TestThreads.await(release);
                    }),
            TestThreads::start);
    assertThat(held.await(10, SECONDS)).isTrue();
    var result = CompletableFuture.supplyAsync(waiting, TestThreads::start);
    assertThatThrownBy(() -> result.get(200, MILLISECONDS)).isInstanceOf(TimeoutException.class);
    release.countDown();
    holding.get(10, SECONDS);
    return result;
  }
}
