package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Mints further tokens of a family for its refresh token. Thread-safe. */
public final class TokenRefresh {

  private final UserDirectory users;
  private final SessionStore sessions;
  private final TokenIssuer issuer;
  private final ReuseDetection reuse;
  private final DisabledUsers disabled;

  TokenRefresh(
      UserDirectory users,
      SessionStore sessions,
      TokenIssuer issuer,
      ReuseDetection reuse,
      DisabledUsers disabled) {
    this.users = users;
    this.sessions = sessions;
    this.issuer = issuer;
    this.reuse = reuse;
    this.disabled = disabled;
  }

  /**
   * Finds whose sign-in a refresh token is of: a client that hashes its secret hashes this with it.
   *
   * @param client whose pool it must be of
   * @param refreshToken what the caller sent
   * @return the username, or empty if the token is unknown
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Optional<String> usernameOf(AppClient client, String refreshToken) {
    return find(client, RefreshToken.of(refreshToken)).map(Family::username);
  }

  /**
   * Refreshes.
   *
   * @param client an authenticated client
   * @param refreshToken what the caller sent
   * @return new tokens of the same family, or why there are none
   * @throws io.tokenrevocation.StoreUnavailableException if it may not be durable
   */
  public Outcome<IssuedTokens> refresh(AppClient client, String refreshToken) {
    if (!client.rotates() && !client.flows().contains(AuthFlow.REFRESH_TOKEN)) {
      return new Outcome.Refused<>(Refusal.FLOW_NOT_ENABLED);
    }
    var sent = RefreshToken.of(refreshToken);
    var found = find(client, sent);
    if (found.isEmpty()) {
      return new Outcome.Refused<>(Refusal.UNKNOWN_REFRESH_TOKEN);
    }
    var family = found.get();
    if (!family.clientId().equals(client.id())) {
      return new Outcome.Refused<>(Refusal.OTHER_CLIENT);
    }
    var user = users.find(client.poolId(), family.username()).filter(isOwner(family));
    if (user.isEmpty()) {
      return new Outcome.Refused<>(Refusal.USER_DELETED);
    }
    if (!user.get().enabled()) {
      disabled.found(family.owner());
      return new Outcome.Refused<>(Refusal.USER_DISABLED);
    }
    return mint(client, user.get(), family, sent);
  }

  private Outcome<IssuedTokens> mint(AppClient client, User user, Family found, RefreshToken sent) {
    var outcome = sessions.inTransaction(transaction -> extend(transaction, client, found, sent));
    if (outcome instanceof Outcome.Refused<Extended> refused) {
      if (refused.refusal() == Refusal.REUSED) {
        reuse.detected(found);
      }
      return new Outcome.Refused<>(refused.refusal());
    }
    var extended = ((Outcome.Done<Extended>) outcome).value();
    return new Outcome.Done<>(
        issuer.refreshed(client, user, extended.family(), extended.issuedAt(), extended.next()));
  }

  /** Under locks that neither a revocation nor a sign-out of this family can pass. */
  private static Outcome<Extended> extend(
      SessionTransaction transaction, AppClient client, Family found, RefreshToken sent) {
    var subject = transaction.lockShared(found.owner());
    var family = transaction.lock(found.id());
    var now = transaction.now();
    var refusal = RefreshRules.refusal(transaction, family, subject, sent, now);
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    var issuedAt = subject.issuedAt(now);
    var minted = family.minted(issuedAt, client.validity());
    var extended = rotate(client, minted, issuedAt, sent, now);
    transaction.save(extended.family());
    return new Outcome.Done<>(extended);
  }

  private static Extended rotate(
      AppClient client, Family family, Instant issuedAt, RefreshToken sent, Instant now) {
    var grace = client.settings().rotationGrace();
    if (grace == null) {
      return new Extended(family, issuedAt, Optional.empty());
    }
    var next = sent.next();
    var tokens = family.refreshTokens().rotated(sent, next, now.plus(grace));
    return new Extended(family.rotated(tokens), issuedAt, Optional.of(next));
  }

  /** A token of another pool is as good as unknown. */
  private Optional<Family> find(AppClient client, RefreshToken sent) {
    return sessions
        .inTransaction(transaction -> transaction.find(sent.familyHash()))
        .filter(family -> family.owner().poolId().equals(client.poolId()));
  }

  /** A name that was deleted and given to somebody else names another subject. */
  private static Predicate<User> isOwner(Family family) {
    return user -> user.subject().equals(family.owner().subject());
  }

  private record Extended(Family family, Instant issuedAt, Optional<RefreshToken> next) {}
}
