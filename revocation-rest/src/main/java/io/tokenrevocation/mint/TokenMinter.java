package io.tokenrevocation.mint;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Mints access and ID tokens with Cognito's claims, in Cognito's order. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">Understanding
 *     the access token</a>
 */
public final class TokenMinter {

  /** Those that are not in every token, or have a meaning to whoever verifies one. */
  private static final Set<String> OURS =
      Set.of("origin_jti", "jti", "client_id", "scope", "username", "nbf", "nonce", "at_hash");

  private static final Set<String> FLAGS = Set.of("email_verified", "phone_number_verified");

  private final SigningKeys keys;

  /**
   * Makes a minter.
   *
   * @param keys signs with the key whose turn it is when the token is issued
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
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", subject.subject());
    groups(claims, subject.groups());
    if (session.hasOrigin()) {
      claims.put("iss", session.issuer());
      claims.put("client_id", session.clientId());
      claims.put("origin_jti", session.familyId());
    }
    claims.put("event_id", session.familyId());
    claims.put("token_use", "access");
    claims.put("scope", session.scope());
    claims.put("auth_time", session.authTime().getEpochSecond());
    claims.putIfAbsent("iss", session.issuer()); // stands here without token revocation
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    claims.putIfAbsent("client_id", session.clientId()); // likewise
    claims.put("username", subject.username());
    return keys.signing(session.poolId(), SealedKey.Use.ACCESS, issuedAt).sign(claims);
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
    var claims = new LinkedHashMap<String, Object>();
    if (session.hasOrigin()) {
      claims.put("origin_jti", session.familyId());
    }
    claims.put("sub", subject.subject());
    groups(claims, subject.groups());
    subject.attributes().forEach((name, value) -> attribute(claims, name, value));
    claims.put("aud", session.clientId());
    claims.put("event_id", session.familyId());
    claims.put("token_use", "id");
    claims.put("auth_time", session.authTime().getEpochSecond());
    claims.put("iss", session.issuer());
    claims.put("cognito:username", subject.username());
    claims.put("exp", expiresAt.getEpochSecond());
    claims.put("iat", issuedAt.getEpochSecond());
    if (session.hasOrigin()) {
      claims.put("jti", UUID.randomUUID().toString());
    }
    return keys.signing(session.poolId(), SealedKey.Use.ID, issuedAt).sign(claims);
  }

  /**
   * An attribute never stands in for a claim of ours. Whether an address was verified is no text in
   * a token (OpenID Connect Core, 5.1).
   */
  private static void attribute(Map<String, Object> claims, String name, String value) {
    if (!OURS.contains(name) && !name.startsWith("cognito:")) {
      claims.putIfAbsent(name, FLAGS.contains(name) ? Boolean.valueOf(value) : value);
    }
  }

  private static void groups(Map<String, Object> claims, List<String> groups) {
    if (!groups.isEmpty()) {
      claims.put("cognito:groups", groups);
    }
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
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  /**
   * The sign-in a token descends from.
   *
   * @param poolId whose key signs
   * @param issuer the {@code iss} claim
   * @param clientId the {@code client_id} or {@code aud} claim
   * @param familyId the {@code event_id} claim, and {@code origin_jti}
   * @param hasOrigin whether {@code origin_jti} is put in
   * @param scope the {@code scope} claim
   * @param authTime the {@code auth_time} claim
   */
  public record TokenSession(
      String poolId,
      String issuer,
      String clientId,
      String familyId,
      boolean hasOrigin,
      String scope,
      Instant authTime) {}
}
