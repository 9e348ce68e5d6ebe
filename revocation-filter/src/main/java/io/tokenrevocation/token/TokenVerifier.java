package io.tokenrevocation.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/**
 * Verifies access tokens: signed JWTs with the claims of Amazon Cognito.
 *
 * <p>Accepts RS256 only and takes nothing from the token's header but the key id. Says nothing of
 * revocation or audience. Thread-safe; does no I/O.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725: JSON Web Token Best Current
 *     Practices</a>
 */
public final class TokenVerifier {

  /** No header field of a request is longer than this on any common server. */
  private static final int MAX_LENGTH = 16 * 1024;

  private static final Set<TokenUse> ACCESS_ONLY = Set.of(TokenUse.ACCESS);

  private final KeySource keys;
  private final InstantSource clock;
  private final Duration leeway;

  /**
   * Makes a verifier.
   *
   * @param keys the issuers to trust, and their keys
   * @param clock tells whether a token has expired
   * @param leeway how far the issuer's clock may be off; zero or more
   */
  public TokenVerifier(KeySource keys, InstantSource clock, Duration leeway) {
    this.keys = keys;
    this.clock = clock;
    this.leeway = leeway;
  }

  /**
   * Returns how far an issuer's clock may be off.
   *
   * @return zero or more
   */
  public Duration leeway() {
    return leeway;
  }

  /**
   * Verifies an access token.
   *
   * @param compact a compact JWS, from an untrusted client
   * @return what the token says
   * @throws InvalidTokenException if it is not a valid access token: answer 401
   */
  public VerifiedToken verify(String compact) {
    return verify(compact, ACCESS_ONLY);
  }

  /**
   * Verifies a token that was issued for one of several uses.
   *
   * @param compact a compact JWS, from an untrusted client
   * @param accepted what it may have been issued for
   * @return what the token says
   * @throws InvalidTokenException if it is not a valid token for such a use: answer 401
   */
  public VerifiedToken verify(String compact, Set<TokenUse> accepted) {
    if (compact.length() > MAX_LENGTH) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
    try {
      var jwt = parse(compact);
      var claims = jwt.getJWTClaimsSet();
      verifySignature(jwt, claims);
      var token = Claims.read(use(claims, accepted), claims);
      verifyLifetime(token, claims);
      return token;
    } catch (ParseException e) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
  }

  /** Nimbus answers some headers, such as the JSON null, with a NullPointerException. */
  private static SignedJWT parse(String compact) throws ParseException {
    try {
      return SignedJWT.parse(compact);
    } catch (RuntimeException e) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
  }

  private static TokenUse use(JWTClaimsSet claims, Set<TokenUse> accepted) throws ParseException {
    var word = claims.getStringClaim("token_use");
    return accepted.stream()
        .filter(use -> use.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidTokenException(Reason.TYPE));
  }

  private void verifySignature(SignedJWT jwt, JWTClaimsSet claims) {
    if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
      throw new InvalidTokenException(Reason.ALGORITHM);
    }
    var issuer = claims.getIssuer();
    if (issuer == null || !keys.trusts(issuer)) {
      throw new InvalidTokenException(Reason.ISSUER);
    }
    var keyId = jwt.getHeader().getKeyID();
    if (keyId == null) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
    var key =
        keys.find(issuer, keyId).orElseThrow(() -> new InvalidTokenException(Reason.SIGNATURE));
    try {
      if (!jwt.verify(new RSASSAVerifier(key))) {
        throw new InvalidTokenException(Reason.SIGNATURE);
      }
    } catch (JOSEException e) {
      throw new InvalidTokenException(Reason.SIGNATURE);
    }
  }

  private void verifyLifetime(VerifiedToken token, JWTClaimsSet claims) {
    var now = clock.instant();
    if (!now.isBefore(token.expiresAt().plus(leeway))) {
      throw new InvalidTokenException(Reason.EXPIRED);
    }
    var latestStart = now.plus(leeway);
    var notBefore = claims.getNotBeforeTime();
    if (token.issuedAt().isAfter(latestStart)
        || (notBefore != null && notBefore.toInstant().isAfter(latestStart))) {
      throw new InvalidTokenException(Reason.NOT_YET_VALID);
    }
  }
}
