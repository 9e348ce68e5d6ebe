package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.FOREIGN;
import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.jpa.Plans;
import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.SealedTexts;
import io.tokenrevocation.pool.AuditQuery.Condition;
import io.tokenrevocation.pool.AuditQuery.Field;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On a database so full that PostgreSQL has a choice, nothing that the authority does reads a table
 * that grows from end to end.
 */
class PlansTest {

  private static final Pattern READ_THROUGH =
      Pattern.compile("Seq Scan on revocation_(subject|family|client|cut_off|log|audit) ");

  /** The sessions of a client or of a pool: not those of one subject, nor one family. */
  private static final Pattern COUNT_OF_MANY =
      Pattern.compile("count\\(\\*\\) from revocation_family (?!.*\\.(subject|id)=\\?)");

  /** For 10,000 families it may cost less to read a small table than to look up each. */
  private static final Pattern READ_THROUGH_BY_A_COUNT =
      Pattern.compile("Seq Scan on revocation_(family|log|audit) ");

  private static final String FULL =
      """
      insert into revocation_client (id, pool_id, name, sealed_secret, flows, token_revocation,
          access_seconds, id_seconds, refresh_seconds, tells_unknown_users, created_at, modified_at)
        select 'client_' || i, '%1$s', 'x', 'sealed', '', true, 3600, 3600, 2592000, false,
          now(), now()
        from generate_series(1, 20000) i;
      insert into revocation_subject
        select '%1$s', 'subject-' || i, 0, now() from generate_series(1, 50000) i;
      insert into revocation_family (id, pool_id, subject, username, client_id, sign_out_epoch,
          auth_time, refresh_token_hash, refresh_expires_at, last_issued_at, latest_expiry,
          refresh_family_hash)
        select lpad(to_hex(i), 32, '0')::uuid, '%1$s', 'subject-' || i %% 50000, 'x',
          'client_' || i %% 20, 0, now() - age, sha256(('token' || i)::bytea),
          now() - age + interval '30 days', now() - age, now() - age + interval '1 hour',
          sha256(('family' || i)::bytea)
        from generate_series(1, 150000) i, lateral (select i * interval '25 s' as age) ago;
      insert into revocation_cut_off
        select '%1$s', 'CLIENT', 'client_' || i, now() - interval '40 days'
        from generate_series(1, 50000) i;
      insert into revocation_log (number, kind, issuer, revoked, revoked_at, retain_until)
        select i, 'TOKEN', '%2$s', 'revoked-' || i, now(),
          now() - interval '1 hour' + i * interval '1 s'
        from generate_series(1, 150000) i;
      insert into revocation_audit (done_at, action, outcome, done_by, pool_id, scope, revoked)
        select now() - i * interval '230 s', 'revoke', 'done', 'user ' || i %% 500, '%1$s',
          'family', 'revoked-' || i
        from generate_series(1, 150000) i;
      select setval('revocation_log_number', 150000);
      analyze
      """;

  private final Plans plans = new Plans();
  private final TestDatabase database = TestDatabase.reachedBy(plans::on);
  private final TestAuthority authority = new TestAuthority(database);

  @BeforeEach
  void fill() throws SQLException {
    for (var statement : FULL.formatted(POOL, ISSUER).split(";", -1)) {
      database.execute(statement);
    }
    plans.watch();
  }

  @AfterEach
  void close() {
    authority.close();
  }

  @Test
  void readNoTableThatGrowsFromEndToEnd() {
    signInAndOut();
    administerSessions();
    endSessions();
    revokeAnything(); // at last everything
    administerClients();
    follow();
    lookBack();
    assertThat(plans.all()).hasSizeGreaterThan(30);
    assertThat(plans.all())
        .allSatisfy((sql, plan) -> assertThat(plan).as(sql).doesNotContainPattern(forbidden(sql)));
  }

  private static Pattern forbidden(String sql) {
    return COUNT_OF_MANY.matcher(sql).find() ? READ_THROUGH_BY_A_COUNT : READ_THROUGH;
  }

  private void signInAndOut() {
    var alice = authority.users.add();
    var tokens = authority.signIn(alice);
    done(authority.refresh(tokens));
    done(authority.liveSessions.of(authority.verified(tokens)));
    assertThat(authority.liveTokens.find(POOL, tokens.refreshToken().orElseThrow())).isPresent();
    done(authority.revoker.revoke(authority.web, tokens.refreshToken().orElseThrow()));
    done(authority.revoker.revoke(authority.web, tokens.refreshToken().orElseThrow()));
    var owner = TestAuthority.subject(alice);
    var live = done(authority.liveSessions.of(authority.verified(authority.signIn(alice))));
    done(authority.signOut.everywhere(live));
    authority.signOut.ending(owner, NOTE);
    authority.signOut.everywhere(owner, NOTE);
  }

  private void revokeAnything() {
    var before = InstantSource.system().instant().minus(Duration.ofDays(20));
    for (var at : List.of(Optional.<Instant>empty(), Optional.of(before))) {
      revoke(Kind.SUBJECT, ISSUER, "subject-49999", at);
      revoke(Kind.CLIENT, ISSUER, "client_7", at);
      revoke(Kind.ISSUER, ISSUER, ISSUER, at);
    }
    revoke(Kind.TOKEN, ISSUER, "token-7", Optional.empty());
    revoke(Kind.FAMILY, ISSUER, "00000000-0000-0000-0000-000000000007", Optional.empty());
    revoke(Kind.SESSION, FOREIGN, "session-7", Optional.empty());
  }

  private void revoke(Kind kind, String issuer, String value, Optional<Instant> issuedBefore) {
    var key = new RevocationKey(kind, issuer, value);
    done(authority.anyRevoker.revoke(new RevocationRequest(key, issuedBefore, NOTE)));
  }

  private void administerClients() {
    var clients = database.clients();
    var another = TestAuthority.client(POOL, "another", Set.of(), true);
    assertThat(clients.list(POOL, "client_7", 60)).hasSize(60);
    assertThat(clients.add(another, TestAuthority.created(another))).isTrue();
    assertThat(clients.update(POOL, "another", client -> client, TestAuthority.created(another)))
        .isPresent();
    assertThat(authority.deletion.delete(POOL, "another", NOTE)).isTrue();
    var texts = database.sealedTexts();
    var secret = texts.after(SealedTexts.Kind.CLIENT_SECRET, "client_7", 10).get(0);
    assertThat(texts.replace(secret, "sealed again")).isTrue();
  }

  private void lookBack() {
    var audit = database.audit();
    var now = audit.now();
    var all = query();
    var newest = audit.newest(all, Optional.empty(), 50);
    var oldest = audit.oldest(all.upTo(now), Optional.empty(), 500);
    assertThat(audit.newest(all, Optional.of(AuditPosition.of(oldest.get(400))), 50)).hasSize(50);
    assertThat(audit.oldest(all, Optional.of(AuditPosition.of(newest.get(40))), 50)).hasSize(40);
    assertThat(audit.newest(query(new Condition(Field.BY, Set.of("user 7"))), Optional.empty(), 50))
        .hasSize(50);
    assertThat(
            audit.newest(
                query(new Condition(Field.ABOUT, Set.of("revoked-7"))), Optional.empty(), 50))
        .hasSize(1);
    assertThat(audit.counts(all.between(now.minus(Duration.ofDays(7)), now), 200)).hasSize(200);
    assertThat(database.retention().removeAuditEntries(Duration.ofDays(390), Purge.BATCH))
        .isEqualTo(Purge.BATCH);
  }

  private static AuditQuery query(Condition... conditions) {
    return new AuditQuery(Set.of(POOL), Optional.empty(), Optional.empty(), List.of(conditions));
  }

  private void administerSessions() {
    var owner = new SubjectKey(POOL, "subject-7");
    database
        .sessions()
        .inTransaction(
            transaction -> {
              var sessions = transaction.sessions();
              var first = sessions.live(owner, null, 1);
              var position = SessionQueries.Position.of(first.get(0));
              assertThat(sessions.live(owner, position, 50)).isNotEmpty();
              assertThat(sessions.username(owner)).contains("x");
              var now = transaction.now();
              for (var scope :
                  List.of(
                      SessionScope.of(first.get(0)),
                      SessionScope.of(owner),
                      SessionScope.of(owner).except(first.get(0).id()).revokedAt(now),
                      SessionScope.of(CutOff.ofClient(POOL, "client_7", now)))) {
                assertThat(sessions.count(scope).atLeast()).isFalse();
              }
              var all = sessions.count(SessionScope.of(CutOff.ofPool(POOL, now)));
              assertThat(all.atLeast()).isTrue();
              assertThat(all.sessions().orElseThrow()).isPositive();
              assertThat(all.sessions().orElseThrow())
                  .isLessThanOrEqualTo(SessionQueries.MOST_COUNTED);
              transaction.lockExclusively(owner);
              assertThat(transaction.revokeOthers(owner, first.get(0).id(), now)).isEmpty();
              return true;
            });
  }

  private void endSessions() {
    var alice = authority.users.add();
    var kept = authority.family(authority.signIn(alice));
    authority.signIn(alice);
    for (var dryRun : List.of(true, false)) {
      var how = new Ending(NOTE, dryRun);
      done(authority.endings.others(TestAuthority.subject(alice), kept.id(), how));
      assertThat(authority.userSessions.find(POOL, kept.id())).isPresent();
      authority.endings.one(kept, how);
      authority.endings.all(TestAuthority.subject(alice), how);
    }
  }

  private void follow() {
    authority.feed.pull();
    var retention = database.retention();
    assertThat(retention.removeRevocations(Purge.BATCH)).isEqualTo(Purge.BATCH);
    assertThat(retention.removeFamilies(Retention.OF_EXPIRED_FAMILIES, Purge.BATCH))
        .isEqualTo(Purge.BATCH);
  }
}
