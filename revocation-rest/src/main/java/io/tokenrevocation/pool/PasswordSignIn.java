package io.tokenrevocation.pool;

import java.util.Optional;
import java.util.UUID;

/** Signs users in with their password, opening a family each time. Thread-safe. */
public final class PasswordSignIn {

  private final UserDirectory users;
  private final SessionStore sessions;
  private final TokenIssuer issuer;
  private final DisabledUsers disabled;
  private final CurrentCaller caller;

  PasswordSignIn(
      UserDirectory users,
      SessionStore sessions,
      TokenIssuer issuer,
      DisabledUsers disabled,
      CurrentCaller caller) {
    this.users = users;
    this.sessions = sessions;
    this.issuer = issuer;
    this.disabled = disabled;
    this.caller = caller;
  }

  /**
   * Signs a user in.
   *
   * @param client an authenticated client
   * @param flow {@link AuthFlow#USER_PASSWORD} or {@link AuthFlow#ADMIN_USER_PASSWORD}
   * @param username what the user typed
   * @param password what the user typed
   * @return tokens of a new family, or why there are none
   * @throws io.tokenrevocation.StoreUnavailableException if the sign-in may not be durable
   */
  public Outcome<IssuedTokens> signIn(
      AppClient client, AuthFlow flow, String username, String password) {
    if (!client.flows().contains(flow)) {
      return new Outcome.Refused<>(Refusal.FLOW_NOT_ENABLED);
    }
    var found = users.authenticate(client.poolId(), username, password);
    if (found.isEmpty()) {
      return new Outcome.Refused<>(whyNot(client, username));
    }
    var user = found.get();
    if (!user.enabled()) {
      disabled.found(new SubjectKey(client.poolId(), user.subject()));
      return new Outcome.Refused<>(Refusal.USER_DISABLED);
    }
    return openFamily(client, user);
  }

  private Refusal whyNot(AppClient client, String username) {
    return client.settings().tellsUnknownUsers() && users.find(client.poolId(), username).isEmpty()
        ? Refusal.NO_SUCH_USER
        : Refusal.WRONG_CREDENTIALS;
  }

  private Outcome<IssuedTokens> openFamily(AppClient client, User user) {
    var refreshToken = RefreshToken.first();
    var opened =
        sessions.inTransaction(
            transaction -> {
              var family = family(transaction, client, user, RefreshTokens.first(refreshToken));
              family.ifPresent(transaction::open);
              return family;
            });
    return opened
        .<Outcome<IssuedTokens>>map(
            family -> new Outcome.Done<>(issuer.signedIn(client, user, family, refreshToken)))
        .orElseGet(() -> new Outcome.Refused<>(Refusal.CLIENT_DELETED));
  }

  /**
   * The clock is read before the client is looked for: where it is still there, the cut-off of its
   * deletion will be later than what is minted here.
   */
  private Optional<Family> family(
      SessionTransaction transaction, AppClient client, User user, RefreshTokens tokens) {
    var owner = new SubjectKey(client.poolId(), user.subject());
    var subject = transaction.lockShared(owner);
    var now = transaction.now();
    if (!transaction.hasClient(client.id())) {
      return Optional.empty();
    }
    var issuedAt = subject.issuedAt(now);
    return Optional.of(
        new Family(
                UUID.randomUUID(),
                owner,
                user.username(),
                client.id(),
                subject.signOutEpoch(),
                issuedAt,
                caller.get(),
                tokens,
                issuedAt.plus(client.validity().refresh()),
                new Family.Minted(issuedAt, issuedAt),
                null)
            .minted(issuedAt, client.validity()));
  }
}
