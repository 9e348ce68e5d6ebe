package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * What is done when a refresh token is used that was rotated out: either its client is at fault, or
 * it was stolen. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2">RFC 9700, 4.14.2: Refresh
 *     Token Protection</a>
 */
final class ReuseDetection {

  private static final System.Logger LOG = System.getLogger(ReuseDetection.class.getName());

  /** How often a token that is sent again and again is written down. */
  private static final Duration ONCE_IN = Duration.ofHours(1);

  private final SessionStore sessions;
  private final UserPools pools;
  private final FamilyRevoker revoker;
  private final boolean revokes;

  /**
   * Makes one.
   *
   * @param revokes whether the whole family is taken out of use, too; Cognito does not
   */
  ReuseDetection(SessionStore sessions, UserPools pools, FamilyRevoker revoker, boolean revokes) {
    this.sessions = sessions;
    this.pools = pools;
    this.revoker = revoker;
    this.revokes = revokes;
  }

  void detected(Family family) {
    LOG.log(Level.WARNING, Messages.REFRESH_TOKEN_REUSED.text(family.id(), family.clientId()));
    var note = new Note("client " + family.clientId(), "refresh token reuse");
    if (revokes) {
      revoker.revoke(family.id(), AuditAction.REUSE, note);
    } else {
      recordOnceInAWhile(family, note);
    }
  }

  /** Whoever has the token may send it as often as they like. */
  private void recordOnceInAWhile(Family family, Note note) {
    var poolId = family.owner().poolId();
    var key =
        new RevocationKey(
            RevocationKey.Kind.FAMILY, pools.started(poolId).issuer(), family.id().toString());
    var act = AuditAct.of(AuditAction.REUSE, poolId, key, note).ending(0L);
    sessions.inTransaction(
        transaction -> {
          var since = transaction.now().minus(ONCE_IN);
          if (!transaction.hasRecorded(AuditAction.REUSE, key.value(), since)) {
            transaction.record(act);
          }
          return key;
        });
  }
}
