package io.tokenrevocation.pool;

import java.util.Optional;

/**
 * Tells whether a refresh token is in use, without using it: by the rules of {@link TokenRefresh}.
 */
final class LiveRefreshTokens {

  private final UserDirectory users;
  private final SessionStore sessions;
  private final UserPools pools;

  LiveRefreshTokens(UserDirectory users, SessionStore sessions, UserPools pools) {
    this.users = users;
    this.sessions = sessions;
    this.pools = pools;
  }

  Optional<LiveToken> find(String refreshToken) {
    var sent = RefreshToken.of(refreshToken);
    return sessions
        .inTransaction(
            transaction ->
                transaction
                    .find(sent.familyHash())
                    .filter(family -> isLive(transaction, family, sent)))
        .flatMap(this::session)
        .map(live -> new LiveToken.Refresh(live, issuer(live.family())));
  }

  private static boolean isLive(SessionTransaction transaction, Family family, RefreshToken sent) {
    var now = transaction.now();
    return now.isBefore(family.refreshExpiresAt())
        && family.refreshTokens().accepts(sent, now)
        && transaction.hasClient(family.clientId())
        && !family.isRevoked(transaction.read(family.owner()))
        && !family
            .authTime()
            .isBefore(transaction.signedInBefore(family.owner(), family.clientId()));
  }

  private Optional<LiveSession> session(Family family) {
    return users
        .find(family.owner().poolId(), family.username())
        .filter(user -> user.subject().equals(family.owner().subject()))
        .filter(User::enabled)
        .map(user -> new LiveSession(user, family));
  }

  private String issuer(Family family) {
    return pools.started(family.owner().poolId()).issuer();
  }
}
