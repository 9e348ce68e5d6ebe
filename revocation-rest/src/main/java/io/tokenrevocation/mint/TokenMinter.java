package io.tokenrevocation.mint;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Mints access and ID tokens with Cognito's claims, in Cognito's order. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">Understanding
 *     the access token</a>
 */
public final class TokenMinter {

  private final SigningKeys keys;

  /**
   * Makes a minter.
   *
   * @param keys signs with the newest key of the pool
   */
  public TokenMinter(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * Mints an access token.
   *
   * @param subject whom it is for
   * @param session the sign-in it descends from
   * @param issuedAt in whole seconds
   * @param expiresAt in whole seconds
   * @return a compact JWS
   */
  public String accessToken(
      TokenSubject subject, TokenSession session, Instant issuedAt, Instant expiresAt) {
    var claims = new JWTClaimsSet.Builder();
    claims.claim("sub", subject.subject());
    groups(claims, subject.groups());
    claims.claim("iss", session.issuer());
    claims.claim("client_id", session.clientId());
    if (session.revocable()) {
      claims.claim("origin_jti", session.familyId());
    }
    claims.claim("event_id", session.familyId());
    claims.claim("token_use", "access");
    claims.claim("scope", session.scope());
    times(claims, session, issuedAt, expiresAt);
    claims.claim("jti", UUID.randomUUID().toString());
    claims.claim("username", subject.username());
    return keys.current(session.poolId(), SealedKey.Use.ACCESS).sign(claims.build());
  }

  /**
   * Mints an ID token.
   *
   * @param subject whom it is about
   * @param session the sign-in it descends from
   * @param issuedAt in whole seconds
   * @param expiresAt in whole seconds
   * @return a compact JWS
   */
  public String idToken(
      TokenSubject subject, TokenSession session, Instant issuedAt, Instant expiresAt) {
    var claims = new JWTClaimsSet.Builder();
    if (session.revocable()) {
      claims.claim("origin_jti", session.familyId());
    }
    claims.claim("sub", subject.subject());
    groups(claims, subject.groups());
    subject.attributes().forEach(claims::claim);
    claims.claim("aud", session.clientId());
    claims.claim("event_id", session.familyId());
    claims.claim("token_use", "id");
    claims.claim("iss", session.issuer());
    claims.claim("cognito:username", subject.username());
    times(claims, session, issuedAt, expiresAt);
    if (session.revocable()) {
      claims.claim("jti", UUID.randomUUID().toString());
    }
    return keys.current(session.poolId(), SealedKey.Use.ID).sign(claims.build());
  }

  private static void groups(JWTClaimsSet.Builder claims, List<String> groups) {
    if (!groups.isEmpty()) {
      claims.claim("cognito:groups", groups);
    }
  }

  private static void times(
      JWTClaimsSet.Builder claims, TokenSession session, Instant issuedAt, Instant expiresAt) {
    claims.claim("auth_time", session.authTime().getEpochSecond());
    claims.expirationTime(Date.from(expiresAt));
    claims.issueTime(Date.from(issuedAt));
  }

  /**
   * Whom a token is about.
   *
   * @param subject the {@code sub} claim
   * @param username the {@code username} or {@code cognito:username} claim
   * @param groups the {@code cognito:groups} claim, left out if empty
   * @param attributes further claims of the ID token
   */
  public record TokenSubject(
      String subject, String username, List<String> groups, Map<String, String> attributes) {

    /** Takes unmodifiable copies. */
    public TokenSubject {
      groups = List.copyOf(groups);
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * The sign-in a token descends from.
   *
   * @param poolId whose key signs
   * @param issuer the {@code iss} claim
   * @param clientId the {@code client_id} or {@code aud} claim
   * @param familyId the {@code event_id} claim, and {@code origin_jti}
   * @param revocable whether the client has token revocation on: {@code origin_jti} is put in
   * @param scope the {@code scope} claim
   * @param authTime the {@code auth_time} claim
   */
  public record TokenSession(
      String poolId,
      String issuer,
      String clientId,
      String familyId,
      boolean revocable,
      String scope,
      Instant authTime) {}
}
