package io.tokenrevocation.pool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.ClientRevocation;
import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.IssuerRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.SessionRevocation;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.feed.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RevocationLog} gives its followers. */
public abstract class RevocationLogContract extends SessionStoreSteps {

  private static final String ISSUER = "https://issuer.example";
  private static final Instant RETAIN = Instant.parse("2999-01-01T00:00:00Z");

  private Mark before = Mark.START;

  /** Returns the log that the store appends to. */
  protected abstract RevocationLog log();

  @BeforeEach
  void readToTheEnd() {
    before = TestLog.endOf(log());
  }

  @Test
  void givesWhatWasAppendedAfterTheMarkOldestFirst() {
    append(tokens("a", 2));
    append(tokens("b", 1));
    assertThat(log().since(before).revocations())
        .containsExactly(token("a0"), token("a1"), token("b0"));
  }

  @Test
  void givesEveryKindAsItWasAppended() {
    List<Revocation> all =
        List.of(
            new TokenRevocation(ISSUER, "jti", RETAIN),
            new FamilyRevocation(ISSUER, "family", RETAIN),
            new SessionRevocation(ISSUER, "sid", RETAIN),
            new SubjectRevocation(ISSUER, "alice", SECOND, RETAIN),
            new ClientRevocation(ISSUER, "web", SECOND, RETAIN),
            new IssuerRevocation(ISSUER, SECOND, RETAIN));
    append(all);
    assertThat(log().since(before).revocations()).containsExactlyElementsOf(all);
  }

  @Test
  void passesOverWhatNeedNotBeKeptAnyLonger() {
    append(List.of(new TokenRevocation(ISSUER, "gone", SECOND), token("kept")));
    assertThat(log().since(before).revocations()).containsExactly(token("kept"));
  }

  @Test
  void givesNothingTwiceToWhoFollowsTheMarks() {
    append(tokens("a", 1));
    var next = log().since(before).next();
    append(tokens("b", 1));
    assertThat(log().since(next).revocations()).containsExactly(token("b0"));
  }

  @Test
  void givesTheSameAgainAfterTheSameMark() {
    append(tokens("a", 3));
    var delta = log().since(before);
    var again = log().since(before);
    assertThat(again.revocations()).isEqualTo(delta.revocations());
    assertThat(again.next()).isEqualTo(delta.next());
  }

  @Test
  void staysAtTheMarkWhenThereIsNothingNew() {
    var delta = log().since(before);
    assertThat(delta.revocations()).isEmpty();
    assertThat(delta.next()).isEqualTo(before);
    assertThat(delta.more()).isFalse();
  }

  @Test
  void saysThatThereIsMoreThanItGaveAtOnce() {
    append(tokens("a", 5_001));
    var delta = log().since(before);
    assertThat(delta.more()).isTrue();
    assertThat(delta.revocations()).isNotEmpty().hasSizeLessThanOrEqualTo(5_000);
  }

  @Test
  void givesEachOfManyOnceOverSeveralPages() {
    var many = tokens("a", 10_001);
    append(many);
    assertThat(TestLog.after(log(), before)).containsExactlyElementsOf(many);
  }

  /** Commit order is not the order of the numbers, unless somebody sees to it. */
  @Test
  void skipsNothingThatATransactionHeldOpenCommitsLater() throws Exception {
    var followed = new ArrayList<Revocation>();
    var second = new CompletableFuture<Boolean>();
    var mark =
        inTransaction(
            transaction -> {
              transaction.append(tokens("held", 1), NOTE);
              transaction.logged(List.of(token("held0").key())); // which has it written
              TestThreads.start(
                  () -> {
                    append(tokens("b", 1));
                    second.complete(true);
                  });
              return elsewhere(followed);
            });
    assertThat(followed).doesNotContain(token("held0"));
    second.get(10, SECONDS);
    followed.addAll(log().since(mark).revocations());
    assertThat(followed).contains(token("held0"), token("b0"));
  }

  @Test
  void givesWhoFollowsItAllWhileManyAppend() {
    var appending =
        IntStream.range(0, 6)
            .mapToObj(
                number ->
                    CompletableFuture.runAsync(
                        () -> tokens("x" + number + "-", 30).forEach(it -> append(List.of(it))),
                        TestThreads::start))
            .toArray(CompletableFuture<?>[]::new);
    var appended = CompletableFuture.allOf(appending);
    var followed = new ArrayList<Revocation>();
    var mark = before;
    for (var last = false; !last; ) {
      last = appended.isDone();
      var delta = log().since(mark);
      followed.addAll(delta.revocations());
      mark = delta.next();
    }
    appended.join();
    assertThat(new HashSet<>(followed)).hasSize(180);
  }

  /** Reads for as long as an append may take that nothing holds up. */
  private Mark elsewhere(List<Revocation> followed) {
    return CompletableFuture.supplyAsync(
            () -> {
              var mark = before;
              for (var times = 0; times < 50; times++) {
                var delta = log().since(mark);
                followed.addAll(delta.revocations());
                mark = delta.next();
              }
              return mark;
            },
            TestThreads::start)
        .join();
  }

  private void append(List<? extends Revocation> revocations) {
    inTransaction(
        transaction -> {
          transaction.append(revocations, NOTE);
          return true;
        });
  }

  private <T> T inTransaction(Function<SessionTransaction, T> work) {
    return store().inTransaction(work);
  }

  private static List<TokenRevocation> tokens(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> token(prefix + number)).toList();
  }

  private static TokenRevocation token(String id) {
    return new TokenRevocation(ISSUER, id, RETAIN);
  }
}
