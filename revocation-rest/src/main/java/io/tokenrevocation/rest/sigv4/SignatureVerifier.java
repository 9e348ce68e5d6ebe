package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Set;

/** Tells which access key has signed a request. Thread-safe. */
public final class SignatureVerifier {

  private static final String PAYLOAD_HASH = "x-amz-content-sha256";

  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  private final AccessKeys keys;
  private final Set<String> regions;
  private final Addresses addresses;
  private final InstantSource clock;

  SignatureVerifier(
      AccessKeys keys, Set<String> regions, Addresses addresses, InstantSource clock) {
    this.keys = keys;
    this.regions = Set.copyOf(regions);
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Verifies the signature of a request over its method, address, signed headers and body.
   *
   * <p>A good signature may be seen again until it is five minutes old. What the key may do is not
   * asked here.
   *
   * @param request as the client sent it
   * @return the key that has signed it
   * @throws AccessRefusedException if none of ours has, or not now, or not all that matters
   */
  public AccessKey authenticate(RawRequest request) {
    var authorization = Authorization.of(request);
    var time = RequestTime.of(request);
    time.requireNear(clock.instant());
    authorization.signedHeaders().require(request, time);
    authorization.scope().require(regions, time);
    requireWholePayload(request);
    var keyId = authorization.scope().keyId();
    var isSigned = isSigned(request, authorization, time);
    // Temporary credentials would be of somebody who issues them: there is nobody.
    var key = request.has("x-amz-security-token") ? null : keys.find(keyId).orElse(null);
    if (key == null) {
      throw new AccessRefusedException(
          Kind.UNKNOWN_KEY, "The security token included in the request is invalid.");
    }
    if (!isSigned) {
      throw AccessRefusedException.badSignature(MISMATCH);
    }
    return key;
  }

  /** The signature is always about the body that came, whatever else the header wants it to be. */
  private static void requireWholePayload(RawRequest request) {
    for (var hash : request.header(PAYLOAD_HASH)) {
      if (!hash.equals(request.bodyHash())) {
        throw AccessRefusedException.badSignature(
            "The provided '" + PAYLOAD_HASH + "' header does not match what was computed.");
      }
    }
  }

  /** Takes as long for a key that does not exist. */
  private boolean isSigned(RawRequest request, Authorization authorization, RequestTime time) {
    var scope = authorization.scope();
    var secret = keys.secretOf(scope.keyId());
    var signer = new Signer(secret, scope, time, authorization.signedHeaders());
    var sent = Sha256.utf8(authorization.signature());
    var isSigned = false;
    for (var address : addresses.of(request)) {
      var computed = Sha256.utf8(signer.sign(request, address));
      isSigned |= MessageDigest.isEqual(computed, sent);
    }
    return isSigned;
  }
}
