package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signs users in with their password, opening a family each time. Thread-safe. */
public final class PasswordSignIn {

  private final UserDirectory users;
  private final SessionStore sessions;
  private final TokenIssuer issuer;

  PasswordSignIn(UserDirectory users, SessionStore sessions, TokenIssuer issuer) {
    this.users = users;
    this.sessions = sessions;
    this.issuer = issuer;
  }

  /**
   * Signs a user in.
   *
   * @param client an authenticated client
   * @param username what the user typed
   * @param password what the user typed
   * @return tokens of a new family, or why there are none
   * @throws io.tokenrevocation.StoreUnavailableException if the sign-in may not be durable
   */
  public Outcome<IssuedTokens> signIn(AppClient client, String username, String password) {
    if (!client.flows().contains(AuthFlow.USER_PASSWORD)) {
      return new Outcome.Refused<>(Refusal.FLOW_NOT_ENABLED);
    }
    var found = users.authenticate(client.poolId(), username, password);
    if (found.isEmpty()) {
      return new Outcome.Refused<>(Refusal.WRONG_CREDENTIALS);
    }
    var user = found.get();
    return user.enabled()
        ? new Outcome.Done<>(openFamily(client, user))
        : new Outcome.Refused<>(Refusal.USER_DISABLED);
  }

  private IssuedTokens openFamily(AppClient client, User user) {
    var owner = new SubjectKey(client.poolId(), user.subject());
    var refreshToken = RefreshToken.generate();
    var family =
        sessions.inTransaction(
            transaction -> {
              var subject = transaction.lockShared(owner);
              var issuedAt = subject.issuedAt(transaction.now());
              var opened = family(client, user, owner, subject.signOutEpoch(), issuedAt);
              transaction.open(opened, RefreshToken.hash(refreshToken));
              return opened;
            });
    return issuer.issue(client, user, family, family.authTime(), Optional.of(refreshToken));
  }

  private static Family family(
      AppClient client, User user, SubjectKey owner, long epoch, Instant issuedAt) {
    return new Family(
            UUID.randomUUID(),
            owner,
            user.username(),
            client.id(),
            epoch,
            issuedAt,
            issuedAt.plus(client.validity().refresh()),
            new Family.Minted(issuedAt, issuedAt),
            null)
        .minted(issuedAt, client.validity());
  }
}
