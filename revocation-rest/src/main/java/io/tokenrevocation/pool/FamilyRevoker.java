package io.tokenrevocation.pool;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.token.TokenVerifier;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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

  private static final System.Logger LOG = System.getLogger(FamilyRevoker.class.getName());

  /** What is wrong with a token that was nevertheless signed by us. */
  private static final Set<Reason> OUR_OWN =
      EnumSet.of(Reason.TYPE, Reason.EXPIRED, Reason.NOT_YET_VALID);

  private final SessionStore sessions;
  private final Revocations revocations;
  private final TokenVerifier verifier;
  private final RevocationFeed feed;

  FamilyRevoker(
      SessionStore sessions, Revocations revocations, TokenVerifier verifier, RevocationFeed feed) {
    this.sessions = sessions;
    this.revocations = revocations;
    this.verifier = verifier;
    this.feed = feed;
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
    var hash = RefreshToken.of(token).familyHash();
    var found = sessions.inTransaction(transaction -> revoke(transaction, client, hash));
    if (found.isEmpty()) {
      return new Outcome.Done<>(Optional.empty());
    }
    var familyId = found.get().familyId();
    var done = found.get().done();
    if (done.isEmpty()) {
      return new Outcome.Refused<>(Refusal.OTHER_CLIENT);
    }
    committed(familyId, done.get());
    return new Outcome.Done<>(Optional.of(familyId));
  }

  /** In the one transaction that finds the family; another client's is left as it is. */
  private Optional<Found> revoke(SessionTransaction transaction, AppClient client, String hash) {
    return transaction
        .lock(hash)
        .filter(family -> family.owner().poolId().equals(client.poolId()))
        .map(
            family -> {
              var isOwn = family.clientId().equals(client.id());
              var by = Note.by("client " + client.id());
              return new Found(
                  family.id(),
                  isOwn
                      ? Optional.of(revoke(transaction, family, AuditAction.REVOKE, by))
                      : Optional.empty());
            });
  }

  /** Revokes a family that was found. */
  RecordedRevocation revoke(UUID familyId, Note note) {
    return revoke(familyId, AuditAction.REVOKE, note);
  }

  /** Revokes a family that was found, for a reason that the audit trail has a word for. */
  RecordedRevocation revoke(UUID familyId, AuditAction action, Note note) {
    var done =
        sessions.inTransaction(
            transaction -> revoke(transaction, transaction.lock(familyId), action, note));
    committed(familyId, done);
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
              return new Ended(revoke(transaction, family, AuditAction.REVOKE, note), effect);
            });
    committed(found.id(), ended.revoked());
    return ended.effect();
  }

  private void committed(UUID familyId, Revoked done) {
    // Also if another request revoked it a moment ago and has not applied it yet.
    var revocation = done.recorded().revocation();
    feed.apply(List.of(revocation), done.recorded().revokedAt());
    if (done.isNew()) {
      LOG.log(Level.INFO, Messages.FAMILY_REVOKED.text(familyId, revocation.key().issuer()));
    }
  }

  private Revoked revoke(
      SessionTransaction transaction, Family family, AuditAction action, Note note) {
    var revocation = revocations.of(family);
    var revokedAt = family.revokedAt();
    if (revokedAt != null) {
      return transaction.logged(List.of(revocation.key())).stream()
          .findFirst()
          .map(recorded -> new Revoked(recorded, false))
          .orElseGet(() -> new Revoked(new RecordedRevocation(revocation, revokedAt, note), false));
    }
    var now = transaction.now();
    transaction.save(family.revoked(now));
    var act = AuditAct.of(action, family.owner().poolId(), revocation.key(), note);
    transaction.record(act.ending(isLive(transaction, family, now) ? 1L : 0L));
    return new Revoked(transaction.append(List.of(revocation), note).get(0), true);
  }

  /** What was signed out or has expired is taken out of use once more, but ends no session. */
  private static boolean isLive(SessionTransaction transaction, Family family, Instant now) {
    var isOver =
        !family.refreshExpiresAt().isAfter(now) && !family.minted().latestExpiry().isAfter(now);
    return !isOver && !family.isRevoked(transaction.read(family.owner()));
  }

  private boolean isSignedByUs(String token) {
    try {
      verifier.verify(token);
      return true;
    } catch (InvalidTokenException e) {
      return OUR_OWN.contains(e.reason());
    }
  }

  private record Revoked(RecordedRevocation recorded, boolean isNew) {}

  /** A family of the client's pool; nothing was done if it is not the client's. */
  private record Found(UUID familyId, Optional<Revoked> done) {}

  private record Ended(Revoked revoked, Effect effect) {}
}
