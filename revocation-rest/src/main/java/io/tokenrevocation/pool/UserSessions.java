package io.tokenrevocation.pool;

import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.mint.VaultException;
import io.tokenrevocation.pool.SessionQueries.Position;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds users and their sessions.
 *
 * <p>Every method throws {@link io.tokenrevocation.StoreUnavailableException} if it cannot tell.
 * Thread-safe.
 */
public final class UserSessions {

  private final UserDirectory users;
  private final SessionStore sessions;
  private final Vault vault;

  UserSessions(UserDirectory users, SessionStore sessions, Vault vault) {
    this.users = users;
    this.sessions = sessions;
    this.vault = vault;
  }

  /**
   * Finds a user by name.
   *
   * @param poolId the user pool
   * @param username what an administrator typed
   * @return empty if the directory has no such user
   */
  public Optional<User> findByName(String poolId, String username) {
    return users.find(poolId, username);
  }

  /**
   * Finds a user by what stands in their tokens. Directories find users by name only, so one who
   * has not signed in for long is not found.
   *
   * @param subject the user
   * @return empty if no sign-in of theirs is known, or the directory does not have them any more
   */
  public Optional<User> findBySubject(SubjectKey subject) {
    return sessions
        .inTransaction(transaction -> transaction.sessions().username(subject))
        .flatMap(name -> users.find(subject.poolId(), name))
        .filter(user -> user.subject().equals(subject.subject()));
  }

  /**
   * Returns a page of a user's live sessions. Those that begin or end meanwhile move no other from
   * one page to another.
   *
   * @param user whose; may be unknown
   * @param limit how many at most
   * @param token of this page, from the one before; or null for the first
   * @return empty if the token is none for a page of this user's sessions
   */
  public Optional<SessionPage> list(SubjectKey user, int limit, @Nullable String token) {
    var purpose = "page of the sessions of " + user.subject() + " in " + user.poolId();
    if (token == null) {
      return Optional.of(page(user, purpose, null, limit));
    }
    return position(purpose, token).map(after -> page(user, purpose, after, limit));
  }

  private SessionPage page(SubjectKey user, String purpose, @Nullable Position after, int limit) {
    var found =
        sessions.inTransaction(transaction -> transaction.sessions().live(user, after, limit + 1));
    if (found.size() <= limit) {
      return new SessionPage(found, Optional.empty());
    }
    var next = vault.seal(purpose, Position.of(found.get(limit - 1)).toString());
    return new SessionPage(found.subList(0, limit), Optional.of(next));
  }

  private Optional<Position> position(String purpose, String token) {
    try {
      return Optional.of(Position.parse(vault.open(purpose, token)));
    } catch (VaultException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * Finds a session.
   *
   * @param poolId the user pool it must be of
   * @param id its id
   * @return empty if the pool has no such session, or it expired long ago
   */
  public Optional<UserSession> find(String poolId, UUID id) {
    return sessions.inTransaction(
        transaction ->
            transaction
                .find(id)
                .filter(family -> family.owner().poolId().equals(poolId))
                .map(family -> new UserSession(family, state(transaction, family))));
  }

  private static UserSession.State state(SessionTransaction transaction, Family family) {
    if (!transaction.sessions().count(SessionScope.of(family)).isNone()) {
      return UserSession.State.LIVE;
    }
    return family.revokedAt() == null && isOver(family, transaction.now())
        ? UserSession.State.EXPIRED
        : UserSession.State.REVOKED;
  }

  private static boolean isOver(Family family, Instant now) {
    return !now.isBefore(family.refreshExpiresAt())
        && !now.isBefore(family.minted().latestExpiry());
  }
}
