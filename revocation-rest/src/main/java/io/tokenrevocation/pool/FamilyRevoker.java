package io.tokenrevocation.pool;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.FamilyRevocations.Order;
import io.tokenrevocation.pool.FamilyRevocations.Revoked;
import io.tokenrevocation.token.TokenVerifier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Revokes a refresh token, and with it every token that descends from the same sign-in.
 *
 * <p>Idempotent. When it returns, the revocation is durable and this node enforces it. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html">RevokeToken</a>
 */
public final class FamilyRevoker {

  /** What is wrong with a token that was nevertheless signed by us. */
  private static final Set<Reason> OUR_OWN =
      EnumSet.of(Reason.TYPE, Reason.EXPIRED, Reason.NOT_YET_VALID);

  private final SessionStore sessions;
  private final FamilyRevocations families;
  private final TokenRevokes byToken;
  private final TokenVerifier verifier;
  private final CurrentCaller caller;

  FamilyRevoker(
      SessionStore sessions,
      FamilyRevocations families,
      TokenVerifier verifier,
      CurrentCaller caller) {
    this.sessions = sessions;
    this.families = families;
    this.byToken = new TokenRevokes(sessions, families);
    this.verifier = verifier;
    this.caller = caller;
  }

  /**
   * Revokes.
   *
   * @param client an authenticated client
   * @param token what it sent
   * @return the family, or empty if the token is unknown, which is as good as revoked (RFC 7009,
   *     2.2); or why nothing was done
   * @throws StoreUnavailableException if the revocation may not be durable
   */
  public Outcome<Optional<UUID>> revoke(AppClient client, String token) {
    if (!client.tokenRevocation()) {
      return new Outcome.Refused<>(Refusal.REVOCATION_NOT_ENABLED);
    }
    if (isSignedByUs(token)) {
      return new Outcome.Refused<>(Refusal.NOT_A_REFRESH_TOKEN);
    }
    return byToken.revoke(
        new TokenRevokes.Asked(client, RefreshToken.of(token).familyHash(), caller.get()));
  }

  /** Revokes a family that was found. */
  RecordedRevocation revoke(UUID familyId, Note note) {
    return revoke(familyId, AuditAction.REVOKE, note);
  }

  /** Revokes a family that was found, for a reason that the audit trail has a word for. */
  RecordedRevocation revoke(UUID familyId, AuditAction action, Note note) {
    var done =
        sessions.inTransaction(
            transaction -> {
              var family = transaction.lock(familyId);
              return families.revoke(transaction, new Order(family, action, note, caller.get()));
            });
    families.enforce(done);
    return done.recorded();
  }

  /** Revokes a family that was found, and tells whether it was live until then. */
  Effect end(Family found, Note note) {
    var ended =
        sessions.inTransaction(
            transaction -> {
              transaction.lockExclusively(found.owner());
              var family = transaction.lock(found.id());
              var effect = transaction.sessions().count(SessionScope.of(found));
              var order = new Order(family, AuditAction.REVOKE, note, caller.get());
              return new Ended(families.revoke(transaction, order), effect);
            });
    families.enforce(ended.revoked());
    return ended.effect();
  }

  private boolean isSignedByUs(String token) {
    try {
      verifier.verify(token);
      return true;
    } catch (InvalidTokenException e) {
      return OUR_OWN.contains(e.reason());
    }
  }

  private record Ended(Revoked revoked, Effect effect) {}
}
