package io.tokenrevocation.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import java.text.ParseException;
import java.util.Set;

/**
 * An issuer's signature of what is no token and stands elsewhere: a JWS without its content, which
 * is signed as it is.
 *
 * <p>The header must be of a type of its own and must say {@code "b64":false}, so no token is one
 * of these; and with a {@code crit} in its header none of these is a token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#appendix-F">RFC 7515, F: Detached
 *     Content</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7797">RFC 7797: JWS Unencoded Payload Option</a>
 */
public final class DetachedSignature {

  /** The type of the signature of an answer of the feed. */
  public static final String FEED = "revocation-feed+jws";

  private static final int LONGEST = 4096;
  private static final String UNENCODED = "b64";
  private static final JWSVerifierFactory VERIFIERS = new DefaultJWSVerifierFactory();

  private DetachedSignature() {}

  /**
   * Tells whether an issuer has signed some content.
   *
   * @param jws a compact JWS whose second part is empty; anything else is no signature
   * @param content as it was signed
   * @param type the {@code typ} the signature must have, compared character by character
   * @param issuer whose keys and algorithms count
   * @return false if it has not, or not this
   * @throws io.tokenrevocation.StoreUnavailableException if the issuer's keys are not known
   */
  public static boolean isOf(String jws, byte[] content, String type, TrustedIssuer issuer) {
    if (jws.length() > LONGEST) {
      return false;
    }
    try {
      var parsed = JWSObject.parse(jws, new Payload(content));
      return isOurs(parsed.getHeader(), type, issuer) && isSigned(parsed, issuer);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isOurs(JWSHeader header, String type, TrustedIssuer issuer) {
    return new JOSEObjectType(type).toString().equals(String.valueOf(header.getType()))
        && !header.isBase64URLEncodePayload()
        && Set.of(UNENCODED).equals(header.getCriticalParams())
        && issuer.profile().algorithms().contains(header.getAlgorithm().getName());
  }

  private static boolean isSigned(JWSObject jws, TrustedIssuer issuer) throws JOSEException {
    var header = jws.getHeader();
    var key = issuer.keys().find(header.getKeyID(), header.getAlgorithm().getName());
    return key.isPresent() && jws.verify(VERIFIERS.createJWSVerifier(header, key.get()));
  }
}
