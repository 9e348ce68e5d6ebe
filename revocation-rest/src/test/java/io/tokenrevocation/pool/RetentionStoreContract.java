package io.tokenrevocation.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TokenRevocation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link RetentionStore} does, and no row of it is removed but what it says. */
public abstract class RetentionStoreContract extends SessionStoreSteps {

  private static final String ISSUER = "https://issuer.example";
  private static final int ALL = 100;

  /** Returns the store to test. */
  protected abstract RetentionStore retention();

  /** Returns a connection to the same database. */
  protected abstract Connection connection() throws SQLException;

  @BeforeEach
  void removeWhatOthersLeft() {
    retention().removeRevocations(ALL);
    retention().removeFamilies(Duration.ZERO, ALL);
  }

  @Test
  void removesRevocationsThatNeedNotBeKeptAndNoOthers() {
    recorded(aMomentAgo());
    var kept = recorded(inAnHour());
    assertThat(retention().removeRevocations(ALL)).isEqualTo(1);
    assertThat(retention().removeRevocations(ALL)).isZero();
    assertThat(logged(kept)).hasSize(1);
  }

  @Test
  void removesNoMoreAtATimeThanItIsTold() {
    for (var i = 0; i < 5; i++) {
      recorded(aMomentAgo());
      open(expired(Duration.ofDays(9)));
    }
    assertThat(retention().removeRevocations(3)).isEqualTo(3);
    assertThat(retention().removeRevocations(3)).isEqualTo(2);
    assertThat(retention().removeFamilies(Duration.ofDays(8), 3)).isEqualTo(3);
    assertThat(retention().removeFamilies(Duration.ofDays(8), 3)).isEqualTo(2);
  }

  @Test
  void findsARevocationNoMoreThatNeedNotBeKept() {
    assertThat(logged(recorded(aMomentAgo()))).isEmpty();
  }

  @Test
  void keepsAFamilyOfWhichAnyTokenIsAlive() {
    var refreshable = expired(Duration.ofDays(-1));
    var longLived = expired(Duration.ofDays(9)).minted(now(), TokenValidity.DEFAULT);
    open(refreshable);
    open(longLived);
    assertThat(retention().removeFamilies(Duration.ZERO, ALL)).isZero();
    assertThat(found(refreshable.id())).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"PT167H, true", "PT169H, false"})
  void findsAFamilyForSevenDaysAfterItExpired(Duration ago, boolean isFound) {
    var family = expired(ago);
    open(family);
    assertThat(found(family.id()).isPresent()).isEqualTo(isFound);
    assertThat(found(family.refreshTokens().familyHash()).isPresent()).isEqualTo(isFound);
    assertThat(retention().removeFamilies(Retention.OF_EXPIRED_FAMILIES, ALL)).isZero();
    assertThat(retention().removeFamilies(ago.minusDays(1), ALL)).isEqualTo(1);
  }

  @Test
  void letsNobodyRefreshWhatWasRemoved() {
    var family = TestFamilies.revoked(expired(Duration.ofDays(9)), SECOND);
    open(family);
    assertThat(retention().removeFamilies(Retention.OF_EXPIRED_FAMILIES, ALL)).isEqualTo(1);
    assertThat(found(family.refreshTokens().familyHash())).isEmpty();
  }

  @Test
  void removesNothingWhileAnotherNodeDoes() throws SQLException {
    recorded(aMomentAgo());
    try (var node = anotherNodeDoing("select id from revocation_purge for update")) {
      assertThat(retention().removeRevocations(100)).isZero();
      node.rollback();
    }
    assertThat(retention().removeRevocations(100)).isEqualTo(1);
  }

  @Test
  void keepsNoRevocationAndNoSignInWaiting() throws SQLException {
    recorded(aMomentAgo());
    var family = opened(SECOND);
    try (var node =
        anotherNodeDoing("delete from revocation_log where retain_until < revoked_at")) {
      recorded(inAnHour());
      run(transaction -> transaction.save(transaction.lock(family.id())));
      node.commit();
    }
    assertThat(retention().removeRevocations(100)).isZero();
  }

  private Instant aMomentAgo() {
    return now().minusMillis(1);
  }

  private Instant inAnHour() {
    return now().plus(Duration.ofHours(1));
  }

  private TokenRevocation recorded(Instant retainUntil) {
    var revocation = new TokenRevocation(ISSUER, UUID.randomUUID().toString(), retainUntil);
    run(transaction -> transaction.append(List.of(revocation), NOTE));
    return revocation;
  }

  private Connection anotherNodeDoing(String sql) throws SQLException {
    var connection = connection();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  private List<RecordedRevocation> logged(TokenRevocation revocation) {
    return store().inTransaction(transaction -> transaction.logged(List.of(revocation.key())));
  }

  private Instant now() {
    return store().inTransaction(SessionTransaction::now);
  }

  /** A family that was refreshed at the last moment, for access tokens that live for a day. */
  private Family expired(Duration ago) {
    var expiresAt = now().minus(ago);
    var signedIn = expiresAt.minus(Duration.ofDays(30));
    var family = TestFamilies.of(alice, signedIn);
    return new Family(
        family.id(),
        alice,
        family.username(),
        family.clientId(),
        0,
        signedIn,
        Caller.NONE,
        family.refreshTokens(),
        expiresAt,
        new Family.Minted(expiresAt, expiresAt.plus(Duration.ofDays(1))),
        null);
  }
}
