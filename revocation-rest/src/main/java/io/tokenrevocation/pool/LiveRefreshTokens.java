package io.tokenrevocation.pool;

import java.util.Optional;

/**
 * Tells whether a refresh token is in use, without using it: by the rules of {@link TokenRefresh}.
 */
final class LiveRefreshTokens {

  private final UserDirectory users;
  private final SessionStore sessions;
  private final UserPools pools;
  private final DisabledUsers disabled;

  LiveRefreshTokens(
      UserDirectory users, SessionStore sessions, UserPools pools, DisabledUsers disabled) {
    this.users = users;
    this.sessions = sessions;
    this.pools = pools;
    this.disabled = disabled;
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
    var subject = transaction.read(family.owner());
    return RefreshRules.refusal(transaction, family, subject, sent, now).isEmpty();
  }

  private Optional<LiveSession> session(Family family) {
    var user =
        users
            .find(family.owner().poolId(), family.username())
            .filter(found -> found.subject().equals(family.owner().subject()));
    if (user.isPresent() && !user.get().enabled()) {
      disabled.found(family.owner());
      return Optional.empty();
    }
    return user.map(enabled -> new LiveSession(enabled, family));
  }

  private String issuer(Family family) {
    return pools.started(family.owner().poolId()).issuer();
  }
}
