package io.tokenrevocation.token;

import com.github.benmanes.caffeine.cache.Interner;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * Verifies signed JWTs of the issuers it trusts, each by its own profile.
 *
 * <p>Says nothing of revocation or audience. Thread-safe. Does no I/O, except that the keys of an
 * issuer whose profile is configured are fetched when its first token comes, and again for a key it
 * has not had before, on the caller's thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725: JSON Web Token Best Current
 *     Practices</a>
 */
public final class TokenVerifier {

  /** No header field of a request is longer than this on any common server. */
  private static final int MAX_LENGTH = 16 * 1024;

  private static final Set<TokenUse> ACCESS_ONLY = Set.of(TokenUse.ACCESS);

  private final IssuerSource issuers;
  private final InstantSource clock;
  private final Duration leeway;

  /** What many tokens have in common is kept once, as long as any token has it. */
  private final Interner<Set<String>> words = Interner.newWeakInterner();

  private final Interner<Signer> signers = Interner.newWeakInterner();

  /**
   * Makes a verifier.
   *
   * @param issuers the issuers to trust, with their profiles and keys
   * @param clock tells whether a token has expired
   * @param leeway how far an issuer's clock may be off; zero or more
   */
  public TokenVerifier(IssuerSource issuers, InstantSource clock, Duration leeway) {
    this.issuers = issuers;
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
   * @throws io.tokenrevocation.StoreUnavailableException if the keys of its issuer are not known:
   *     answer 503
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
   * @throws io.tokenrevocation.StoreUnavailableException if the keys of its issuer are not known:
   *     answer 503
   */
  public VerifiedToken verify(String compact, Set<TokenUse> accepted) {
    return verifySigned(compact, accepted).token();
  }

  /** Verifies a token, and returns with it what must stay so while it is remembered. */
  SignedToken verifySigned(String compact, Set<TokenUse> accepted) {
    return read(
        compact,
        (jwt, claims, issuer) -> {
          var signer = SignatureCheck.verify(jwt, issuer);
          return new SignedToken(token(jwt, claims, issuer, accepted), signers.intern(signer));
        });
  }

  /** Verifies all of a token but its signature, which somebody who is trusted has verified. */
  VerifiedToken verifyAllButTheSignature(String compact, Set<TokenUse> accepted) {
    return read(
        compact,
        (jwt, claims, issuer) -> {
          SignatureCheck.requireAllowed(jwt, issuer);
          return token(jwt, claims, issuer, accepted);
        });
  }

  private <T> T read(String compact, Reader<T> reader) {
    if (compact.length() > MAX_LENGTH || !compact.equals(compact.trim())) { // Nimbus would trim it
      throw new InvalidTokenException(Reason.MALFORMED);
    }
    try {
      var jwt = parse(compact);
      var claims = jwt.getJWTClaimsSet(); // parses them, each time
      return reader.read(jwt, claims, issuer(claims));
    } catch (ParseException e) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
  }

  private VerifiedToken token(
      SignedJWT jwt, JWTClaimsSet claims, TrustedIssuer issuer, Set<TokenUse> accepted) {
    var use = use(jwt.getHeader(), claims, issuer.profile().types());
    if (!accepted.contains(use)) {
      throw new InvalidTokenException(Reason.TYPE);
    }
    var token = Claims.read(use, claims, issuer, words);
    verifyLifetime(token, claims, issuer.longestTokenLife());
    return token;
  }

  /** When a token is expired, in milliseconds after 1970. */
  long expiry(VerifiedToken token) {
    return token.expiresAt().plus(leeway).toEpochMilli();
  }

  /** What time it is, in milliseconds after 1970. */
  long millis() {
    return clock.millis();
  }

  /** Tells whether what a key has signed would be verified again. */
  boolean isTrusted(Signer signer) {
    return signer.isTrustedBy(issuers);
  }

  /** Nimbus answers some headers, such as the JSON null, with a NullPointerException. */
  private static SignedJWT parse(String compact) throws ParseException {
    try {
      var parts = JOSEObject.split(compact);
      if (parts.length != 3) {
        throw new InvalidTokenException(Reason.MALFORMED);
      }
      requireBounded(parts[0]);
      requireBounded(parts[1]);
      return new SignedJWT(parts[0], parts[1], parts[2]);
    } catch (RuntimeException e) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
  }

  /** Of few characters, only few can be brackets. */
  private static void requireBounded(Base64URL part) throws ParseException {
    if (part.toString().length() > JsonNesting.MOST) {
      JsonNesting.requireBounded(part.decode());
    }
  }

  private TrustedIssuer issuer(JWTClaimsSet claims) {
    var uri = claims.getIssuer();
    if (uri == null) {
      throw new InvalidTokenException(Reason.ISSUER);
    }
    return issuers
        .find(uri)
        .filter(found -> found.uri().equals(uri))
        .orElseThrow(() -> new InvalidTokenException(Reason.ISSUER));
  }

  private static TokenUse use(JWSHeader header, JWTClaimsSet claims, TokenTypes types) {
    var type = header.getType();
    return types
        .use(type == null ? null : type.getType(), claims.getClaims())
        .orElseThrow(() -> new InvalidTokenException(Reason.TYPE));
  }

  private void verifyLifetime(VerifiedToken token, JWTClaimsSet claims, Duration longestLife) {
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
    if (token.expiresAt().isAfter(token.issuedAt().plus(longestLife))) {
      throw new InvalidTokenException(Reason.LIFETIME);
    }
  }

  /** Reads a token of an issuer that is trusted. */
  private interface Reader<T> {
    T read(SignedJWT jwt, JWTClaimsSet claims, TrustedIssuer issuer);
  }
}
