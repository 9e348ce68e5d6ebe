package io.tokenrevocation.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import java.util.Base64;

/**
 * Verifies that a token was signed by its issuer.
 *
 * <p>Takes nothing from the token's header but the key id and the algorithm, which must be one of
 * the issuer's and fit the key.
 */
final class SignatureCheck {

  private static final JWSVerifierFactory VERIFIERS = new DefaultJWSVerifierFactory();

  private SignatureCheck() {}

  /** Refuses a token that the issuer did not sign, and returns who did. */
  static Signer verify(JWSObject jws, TrustedIssuer issuer) {
    requireAllowed(jws, issuer);
    var header = jws.getHeader();
    var algorithm = header.getAlgorithm().getName();
    var key =
        issuer
            .keys()
            .find(header.getKeyID(), algorithm)
            .orElseThrow(() -> new InvalidTokenException(Reason.SIGNATURE));
    try {
      if (!jws.verify(VERIFIERS.createJWSVerifier(header, key))) {
        throw new InvalidTokenException(Reason.SIGNATURE);
      }
      return new Signer(issuer, header.getKeyID(), algorithm, key);
    } catch (JOSEException e) { // the key is of another kind than the algorithm
      throw new InvalidTokenException(Reason.SIGNATURE);
    }
  }

  /** Refuses a token that the issuer would not have signed so. */
  static void requireAllowed(JWSObject jws, TrustedIssuer issuer) {
    var header = jws.getHeader();
    if (!issuer.profile().algorithms().contains(header.getAlgorithm().getName())) {
      throw new InvalidTokenException(Reason.ALGORITHM);
    }
    if (header.getCriticalParams() != null) { // we understand none
      throw new InvalidTokenException(Reason.SIGNATURE);
    }
    requireOneEncoding(jws.getSignature().toString());
  }

  /**
   * RFC 7515, 2: base64url has no other characters in it. Nimbus passes them over, and bits that
   * mean nothing, so that whoever has one token could write it in any number of ways.
   */
  private static void requireOneEncoding(String signature) {
    try {
      var bytes = Base64.getUrlDecoder().decode(signature);
      if (signature.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
        return;
      }
    } catch (IllegalArgumentException e) { // other characters
      // refused below
    }
    throw new InvalidTokenException(Reason.SIGNATURE);
  }
}
