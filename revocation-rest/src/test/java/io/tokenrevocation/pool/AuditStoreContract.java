package io.tokenrevocation.pool;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.pool.AuditQuery.Condition;
import io.tokenrevocation.pool.AuditQuery.Field;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link AuditStore} keeps and finds. */
public abstract class AuditStoreContract extends SessionStoreSteps {

  private static final AuditQuery ALL =
      new AuditQuery(Set.of(), Optional.empty(), Optional.empty(), List.of());
  private static final String ISSUER = "https://issuer.example";

  /** Returns the store to test. */
  protected abstract AuditStore audit();

  /** Returns what removes old entries. */
  protected abstract RetentionStore retention();

  /** Does to the database what no authority does. */
  protected abstract void execute(String sql) throws SQLException;

  @BeforeEach
  void removeWhatOthersLeft() throws SQLException {
    audit().now();
    execute("delete from revocation_audit");
  }

  private static AuditAct revoked(String value) {
    var key = new RevocationKey(Kind.FAMILY, ISSUER, value);
    return AuditAct.of(AuditAction.REVOKE, "pool", key, NOTE).ending(1L);
  }

  private AuditEntry only() {
    var found = audit().newest(ALL, Optional.empty(), 10);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<String> values(List<AuditEntry> entries) {
    return entries.stream().map(entry -> requireNonNull(entry.act().target()).value()).toList();
  }

  @Nested
  class AnEntry {

    @Test
    void keepsAllOfAnAct() {
      var before = audit().now();
      audit().append(revoked("family"));
      assertThat(only().act()).isEqualTo(revoked("family"));
      assertThat(only().from()).isEqualTo(TestDatabase.CALLER.address());
      assertThat(only().at()).isBetween(before, audit().now());
    }

    @Test
    void keepsWhatHasNeitherPoolNorTargetNorCount() {
      var refused = AuditAct.refused("RotateSigningKeys", null, new Note("user x", "forbidden"));
      audit().append(refused);
      assertThat(only().act()).isEqualTo(refused);
    }

    @Test
    void keepsTheLongestTexts() {
      var act =
          new AuditAct(
              "a".repeat(32),
              true,
              "p".repeat(64),
              new AuditAct.Target("i".repeat(512), "subject", "v".repeat(512)),
              new Note("ü".repeat(300), "ü".repeat(256)),
              Long.MAX_VALUE);
      audit().append(act);
      assertThat(only().act()).isEqualTo(act);
    }

    @Test
    void isOfTheTransactionThatItTellsOf() {
      run(
          transaction -> {
            transaction.open(TestFamilies.of(alice, SECOND));
            transaction.record(revoked("family"));
          });
      assertThat(only().act()).isEqualTo(revoked("family"));
    }

    @Test
    void isNotThereWhenItsTransactionIsNot() {
      var failure = new IllegalStateException("on purpose");
      assertThatThrownBy(
              () ->
                  run(
                      transaction -> {
                        transaction.record(revoked("family"));
                        throw failure;
                      }))
          .isSameAs(failure);
      assertThat(audit().newest(ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void isFoundAgainByWhatItWasDoneTo() {
      var before = audit().now();
      audit().append(revoked("family"));
      assertThat(hasRecorded(AuditAction.REVOKE, "family", before)).isTrue();
      assertThat(hasRecorded(AuditAction.REUSE, "family", before)).isFalse();
      assertThat(hasRecorded(AuditAction.REVOKE, "other", before)).isFalse();
      assertThat(hasRecorded(AuditAction.REVOKE, "family", only().at().plusMillis(1))).isFalse();
    }

    private boolean hasRecorded(AuditAction action, String value, Instant since) {
      return store().inTransaction(transaction -> transaction.hasRecorded(action, value, since));
    }
  }

  @Nested
  class Pages {

    @Test
    void goThroughAllOfItAlsoWhereManyAreOfTheSameMoment() throws SQLException {
      for (var i = 0; i < 25; i++) {
        insert(i, SECOND.plusSeconds(i / 10));
      }
      var found = new ArrayList<String>();
      Optional<AuditPosition> position = Optional.empty();
      List<AuditEntry> page;
      do {
        page = audit().newest(ALL, position, 4);
        found.addAll(values(page));
        position = page.stream().reduce((one, other) -> other).map(AuditPosition::of);
      } while (!page.isEmpty());
      assertThat(found).hasSize(25).doesNotHaveDuplicates().startsWith("24").endsWith("0");
    }

    @Test
    void areTheSameFromTheOtherEnd() throws SQLException {
      for (var i = 0; i < 5; i++) {
        insert(i, SECOND);
      }
      var first = audit().oldest(ALL, Optional.empty(), 3);
      assertThat(values(first)).containsExactly("0", "1", "2");
      var after = Optional.of(AuditPosition.of(first.get(2)));
      assertThat(values(audit().oldest(ALL, after, 3))).containsExactly("3", "4");
    }
  }

  @Nested
  class AQuery {

    @Test
    void findsByEachCondition() {
      audit().append(revoked("one"));
      audit().append(AuditAct.refused("ListNodes", "other", new Note("key x", "forbidden")));
      assertThat(found(Field.ACTION, "revoke")).isEqualTo(1);
      assertThat(found(Field.ACTION, "revoke", "ListNodes", "sign-out")).isEqualTo(2);
      assertThat(found(Field.ACTION, "sign-out")).isZero();
      assertThat(found(Field.ACTION)).isZero();
      assertThat(found(Field.OUTCOME, "refused")).isEqualTo(1);
      assertThat(found(Field.BY, "key x")).isEqualTo(1);
      assertThat(found(Field.ABOUT, "one")).isEqualTo(1);
      assertThat(found(inPools("pool"))).isEqualTo(1);
      assertThat(found(inPools("pool", "other"))).isEqualTo(2);
      assertThat(found(inPools("nowhere"))).isZero();
    }

    @Test
    void findsBetweenTwoInstants() throws SQLException {
      insert(1, SECOND);
      insert(2, SECOND.plusSeconds(1));
      assertThat(found(ALL.between(SECOND, SECOND.plusSeconds(1)))).isEqualTo(1);
      assertThat(found(ALL.between(SECOND, SECOND.plusSeconds(2)))).isEqualTo(2);
      assertThat(found(ALL.upTo(SECOND))).isZero();
    }

    private int found(Field field, String... texts) {
      return found(
          new AuditQuery(
              Set.of(),
              Optional.empty(),
              Optional.empty(),
              List.of(new Condition(field, Set.of(texts)))));
    }

    private AuditQuery inPools(String... pools) {
      return new AuditQuery(Set.of(pools), Optional.empty(), Optional.empty(), List.of());
    }

    private int found(AuditQuery query) {
      return audit().newest(query, Optional.empty(), 10).size();
    }
  }

  @Nested
  class Counts {

    @Test
    void areOfEqualPartsOfATime() throws SQLException {
      insert(1, SECOND);
      insert(2, SECOND.plusMillis(9_999));
      insert(3, SECOND.plusSeconds(10));
      insert(4, SECOND.plusMillis(39_999));
      insert(5, SECOND.plusSeconds(40));
      insert(6, SECOND.minusMillis(1));
      assertThat(audit().counts(ALL.between(SECOND, SECOND.plusSeconds(40)), 4))
          .containsExactly(2L, 1L, 0L, 1L);
    }

    @Test
    void mayBeOfPartsOfASecond() throws SQLException {
      var from = SECOND.plusMillis(250);
      insert(1, from);
      insert(2, from.plusMillis(499));
      insert(3, from.plusMillis(500));
      assertThat(audit().counts(ALL.between(from, from.plusSeconds(1)), 2)).containsExactly(2L, 1L);
    }

    @Test
    void areZeroWhereThereIsNothing() {
      assertThat(audit().counts(ALL.between(SECOND, SECOND.plusSeconds(1)), 3))
          .containsExactly(0L, 0L, 0L);
    }
  }

  @Nested
  class Removing {

    @Test
    void takesTheOldestAndLeavesTheRest() throws SQLException {
      var now = audit().now();
      for (var days = 1; days <= 5; days++) {
        insert(days, now.minus(days, ChronoUnit.DAYS));
      }
      var after = Duration.ofDays(2).plusHours(12);
      assertThat(retention().removeAuditEntries(after, 2)).isEqualTo(2);
      assertThat(values(audit().newest(ALL, Optional.empty(), 10))).containsExactly("1", "2", "3");
      assertThat(retention().removeAuditEntries(after, 2)).isEqualTo(1);
      assertThat(retention().removeAuditEntries(after, 2)).isZero();
      assertThat(values(audit().newest(ALL, Optional.empty(), 10))).containsExactly("1", "2");
    }
  }

  private void insert(int number, Instant at) throws SQLException {
    execute(
        "insert into revocation_audit (done_at, action, outcome, done_by, scope, revoked)"
            + " values (timestamp with time zone '"
            + at.toString().replace('T', ' ').replace("Z", "+00:00")
            + "', 'revoke', 'done', 'test', 'token', '"
            + number
            + "')");
  }
}
