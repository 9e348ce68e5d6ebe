package io.tokenrevocation.pool;

import io.tokenrevocation.VerifiedToken;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the session of an access token in the store itself, which knows of every revocation and
 * sign-out the moment it is committed. Thread-safe.
 */
public final class LiveSessions {

  private final UserDirectory users;
  private final ClientStore clients;
  private final SessionStore sessions;
  private final UserPools pools;
  private final DisabledUsers disabled;

  LiveSessions(
      UserDirectory users,
      ClientStore clients,
      SessionStore sessions,
      UserPools pools,
      DisabledUsers disabled) {
    this.users = users;
    this.clients = clients;
    this.sessions = sessions;
    this.pools = pools;
    this.disabled = disabled;
  }

  /**
   * Looks up the session of an access token.
   *
   * @param token verified
   * @return the session, or why the token is refused
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Outcome<LiveSession> of(VerifiedToken token) {
    var pool = pools.issuing(token.issuer());
    var clientId = token.clientId();
    if (pool.isEmpty() || clientId == null) {
      return new Outcome.Refused<>(Refusal.NOT_OURS);
    }
    var poolId = pool.get().id();
    if (clients.find(clientId).isEmpty()) {
      return new Outcome.Refused<>(Refusal.CLIENT_DELETED);
    }
    return users
        .find(poolId, token.username())
        .map(user -> of(user, new SubjectKey(poolId, token.subject()), token))
        .orElseGet(() -> new Outcome.Refused<>(Refusal.USER_DELETED));
  }

  private Outcome<LiveSession> of(User user, SubjectKey subject, VerifiedToken token) {
    if (!user.subject().equals(subject.subject())) {
      return new Outcome.Refused<>(Refusal.USER_REPLACED);
    }
    if (!user.enabled()) {
      disabled.found(subject);
      return new Outcome.Refused<>(Refusal.USER_DISABLED);
    }
    return uuid(token.familyId())
        .flatMap(id -> findLive(subject, id, token))
        .<Outcome<LiveSession>>map(family -> new Outcome.Done<>(new LiveSession(user, family)))
        .orElseGet(() -> new Outcome.Refused<>(Refusal.REVOKED));
  }

  private Optional<Family> findLive(SubjectKey subject, UUID familyId, VerifiedToken token) {
    return sessions.inTransaction(
        transaction -> {
          var state = transaction.read(subject);
          return transaction
              .find(familyId)
              .filter(family -> !family.isRevoked(state))
              .filter(family -> !isRevoked(transaction, token));
        });
  }

  private static boolean isRevoked(SessionTransaction transaction, VerifiedToken token) {
    return transaction.logged(token.revocableBy()).stream()
        .anyMatch(logged -> logged.revocation().covers(token));
  }

  private static Optional<UUID> uuid(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
