package io.tokenrevocation.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tokenrevocation.TokenRevocation;
import io.tokenrevocation.pool.Note;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PushTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String THIS_NODE = "this";
  private static final String LISTENING =
      "from pg_stat_activity where datname = current_database() and query like 'listen %'";

  private final TestDatabase database = TestDatabase.open(Product.POSTGRESQL);
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger news = new AtomicInteger();
  private NewsListener listener = listenerOn(database.transactions());

  private NewsListener listenerOn(Transactions transactions) {
    return new NewsListener(transactions, nanos::get, THIS_NODE);
  }

  @AfterEach
  void close() {
    listener.close();
    database.close();
  }

  private boolean listen(Duration atMost) {
    return listener.listen(news::incrementAndGet, atMost);
  }

  private void begin() {
    open(database.transactions());
    assertThat(listen(SHORT)).isTrue();
  }

  private static void open(Transactions transactions) {
    transactions.commit(DatabaseClock::now);
  }

  private NewsSender sender(Executor threads, String self) {
    return new NewsSender(database.transactions(), threads, self, LONG);
  }

  private void record(TestDatabase node) {
    var revocation = new TokenRevocation("issuer", "lost", Instant.parse("2999-01-01T00:00:00Z"));
    node.sessions()
        .inTransaction(transaction -> transaction.append(List.of(revocation), Note.by("test")));
  }

  @Nested
  class Listening {

    @Test
    void waitsUntilSomebodyHasNeededTheDatabase() {
      assertThat(listen(SHORT)).isFalse();
    }

    /** Of what was recorded before, nobody has told. */
    @Test
    void beginsWithNews() {
      begin();
      assertThat(news).hasValue(1);
    }

    @Test
    void hearsOfWhatWasRecorded() {
      begin();
      record(database);
      assertThat(listen(LONG)).isTrue();
      assertThat(news).hasValue(2);
    }

    /** It has applied that itself. */
    @Test
    void hearsNothingOfItself() {
      begin();
      sender(Runnable::run, THIS_NODE).send();
      assertThat(listen(LONG)).isTrue();
      assertThat(news).hasValue(1);
    }

    /** As an older version does. */
    @Test
    void hearsOfWhoDoesNotSayTheirName() {
      begin();
      sender(Runnable::run, "").send();
      assertThat(listen(LONG)).isTrue();
      assertThat(news).hasValue(2);
    }

    @Test
    void hearsOfAnotherAmongItsOwn() {
      begin();
      sender(Runnable::run, THIS_NODE).send();
      record(database);
      sender(Runnable::run, THIS_NODE).send();
      for (var heard = 0; heard < 3 && news.get() == 1; heard++) {
        assertThat(listen(LONG)).isTrue();
      }
      assertThat(news).hasValue(2);
    }

    @Test
    void hearsNothingOfTransactionsThatRecordNothing() {
      begin();
      database.sessions().inTransaction(transaction -> transaction.now());
      assertThat(listen(SHORT)).isTrue();
      assertThat(news).hasValue(1);
    }

    @Test
    void beginsAgainWithNewsWhenItsConnectionWasLost() throws SQLException {
      begin();
      assertThat(database.column("select pg_terminate_backend(pid) " + LISTENING))
          .containsExactly("t");
      assertThat(listen(LONG)).isFalse();
      assertThat(listen(SHORT)).isTrue();
      assertThat(news).hasValue(2);
    }

    @Test
    void leavesTheConnectionAsItWasWhenItEnds() throws SQLException {
      begin();
      listener.close();
      database.onOneConnection();
      assertThat(database.column("select pg_listening_channels()")).isEmpty();
      assertThat(listen(SHORT)).isFalse();
    }
  }

  /** What a server's pool does to the connections it gives out. */
  @Nested
  class ThroughAPool {

    private final AtomicInteger asked = new AtomicInteger();
    private String failing = "";
    private Transactions pooled = database.transactions();

    private void listenThroughAPoolWhere(String method) {
      failing = method;
      TestNaming.bind("java:app/jdbc/pooled", pool());
      pooled = TestDatabase.transactionsOf("java:app/jdbc/pooled");
      open(pooled);
      listener = listenerOn(pooled);
    }

    @AfterEach
    void close() {
      listener.close();
      pooled.close();
      TestNaming.unbind("java:app/jdbc/pooled");
    }

    @Test
    void givesUpForGoodWhereTheDriverIsHidden() throws SQLException {
      listenThroughAPoolWhere("unwrap");
      assertThat(listen(SHORT)).isFalse();
      var times = asked.get();
      assertThat(listen(SHORT)).isFalse();
      assertThat(asked).hasValue(times);
      assertThat(news).hasValue(0);
      assertThat(database.column("select pid " + LISTENING)).isEmpty();
    }

    @Test
    void asksWhetherAQuietConnectionIsAlive() {
      listenThroughAPoolWhere("isValid");
      assertThat(listen(SHORT)).isTrue();
      nanos.addAndGet(Duration.ofSeconds(10).toNanos());
      assertThat(listen(SHORT)).isTrue();
      nanos.addAndGet(1);
      assertThat(listen(SHORT)).isFalse();
      assertThat(listen(SHORT)).isTrue();
      assertThat(news).hasValue(2);
    }

    private DataSource pool() {
      return proxy(
          DataSource.class,
          database.dataSource(),
          found -> {
            asked.incrementAndGet();
            return proxy(Connection.class, (Connection) found, same -> same);
          });
    }

    private <T> T proxy(Class<T> type, T target, UnaryOperator<Object> wrap) {
      return type.cast(
          Proxy.newProxyInstance(
              PushTest.class.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                if (method.getName().equals(failing)) {
                  if (method.getReturnType() == boolean.class) {
                    return false;
                  }
                  throw new SQLException("not here");
                }
                try {
                  var result = method.invoke(target, arguments);
                  return method.getName().equals("getConnection") ? wrap.apply(result) : result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }
  }

  @Test
  void isSentOnceForAllThatIsCommittedBeforeItIsOnItsWay() {
    begin();
    var waiting = new ArrayDeque<Runnable>();
    var sender = sender(waiting::add, "another");
    sender.send();
    sender.send();
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    sender.send();
    assertThat(waiting).hasSize(1);
    assertThat(listen(LONG)).isTrue();
    assertThat(news).hasValue(2);
  }

  @Test
  void isSentByOneThreadWhileMoreComesUntilItIsInterrupted() throws InterruptedException {
    begin();
    var threads = new ArrayDeque<Thread>();
    var sender =
        sender(
            work -> {
              threads.add(new Thread(work));
              threads.getLast().start();
            },
            "another");
    sendAndHear(sender);
    sendAndHear(sender);
    assertThat(threads).hasSize(1);
    threads.getLast().interrupt();
    threads.getLast().join();
    sendAndHear(sender);
    assertThat(threads).hasSize(2);
    threads.getLast().interrupt();
    threads.getLast().join();
  }

  @Test
  void isSentByWhoeverHasRecordedSomethingWhereNobodyElseCan() {
    begin();
    Thread.currentThread().interrupt();
    sender(Runnable::run, "another").send();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(listen(LONG)).isTrue();
    assertThat(news).hasValue(2);
  }

  private void sendAndHear(NewsSender sender) {
    var before = news.get();
    sender.send();
    assertThat(listen(LONG)).isTrue();
    assertThat(news).hasValue(before + 1);
  }

  @Test
  void neverFailsWhoHasRecordedSomething() {
    open(database.transactions());
    var sender =
        sender(
            work -> {
              throw new RejectedExecutionException("on purpose");
            },
            THIS_NODE);
    assertThatCode(sender::send).doesNotThrowAnyException();
  }

  @Test
  void isNothingThatH2Does() {
    try (var h2 = TestDatabase.open(Product.H2)) {
      record(h2);
      assertThat(h2.log().listen(news::incrementAndGet, SHORT)).isFalse();
      assertThat(news).hasValue(0);
    }
  }
}
