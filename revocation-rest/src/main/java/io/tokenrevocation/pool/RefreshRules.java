package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.Optional;

/** When a refresh token works. */
final class RefreshRules {

  private RefreshRules() {}

  /**
   * Tells why a refresh token does not work.
   *
   * @param family its own
   * @param subject the state of the family's user
   * @param now read before this is asked, as in a sign-in
   * @return empty if it works
   */
  static Optional<Refusal> refusal(
      SessionTransaction transaction,
      Family family,
      SubjectState subject,
      RefreshToken token,
      Instant now) {
    if (!transaction.hasClient(family.clientId())) {
      return Optional.of(Refusal.CLIENT_DELETED);
    }
    var signedInBefore = transaction.signedInBefore(family.owner(), family.clientId());
    if (family.isRevoked(subject) || family.authTime().isBefore(signedInBefore)) {
      return Optional.of(Refusal.REVOKED);
    }
    if (!now.isBefore(family.refreshExpiresAt())) {
      return Optional.of(Refusal.EXPIRED);
    }
    return family.refreshTokens().accepts(token, now)
        ? Optional.empty()
        : Optional.of(Refusal.REUSED);
  }
}
