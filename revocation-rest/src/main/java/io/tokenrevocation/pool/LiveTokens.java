package io.tokenrevocation.pool;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a token of this authority is in use: valid, not expired, and neither itself, nor
 * its client, nor its user out of use. Asks the store itself, which knows of every revocation and
 * sign-out the moment it is committed. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-4">RFC 7662, 4: what makes a token
 *     active</a>
 */
public final class LiveTokens {

  private static final Set<TokenUse> ANY_USE = EnumSet.allOf(TokenUse.class);

  private final OwnTokens own;
  private final InstantSource clock;
  private final LiveSessions sessions;
  private final LiveRefreshTokens refreshTokens;

  LiveTokens(
      OwnTokens own, InstantSource clock, LiveSessions sessions, LiveRefreshTokens refreshTokens) {
    this.own = own;
    this.clock = clock;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
  }

  /**
   * Finds an access, ID or refresh token of a pool.
   *
   * @param poolId the user pool
   * @param token what somebody sent
   * @return empty if there is no such token in use
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Optional<LiveToken> find(String poolId, String token) {
    return signed(token, ANY_USE)
        .<LiveToken>map(found -> found)
        .or(() -> refreshTokens.find(token))
        .filter(found -> found.session().family().owner().poolId().equals(poolId));
  }

  /**
   * Finds an access token of any pool.
   *
   * @param token what somebody sent
   * @return empty if there is no such token in use
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Optional<LiveToken.Signed> accessToken(String token) {
    return signed(token, EnumSet.of(TokenUse.ACCESS));
  }

  private Optional<LiveToken.Signed> signed(String token, Set<TokenUse> accepted) {
    return verified(token, accepted)
        .filter(verified -> clock.instant().isBefore(verified.expiresAt()))
        .flatMap(
            verified ->
                sessions.of(verified) instanceof Outcome.Done<LiveSession> live
                    ? Optional.of(new LiveToken.Signed(verified, live.value()))
                    : Optional.empty());
  }

  private Optional<VerifiedToken> verified(String token, Set<TokenUse> accepted) {
    try {
      return Optional.of(own.verify(token, accepted));
    } catch (InvalidTokenException invalid) {
      return Optional.empty();
    }
  }
}
