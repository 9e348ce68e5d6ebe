package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.rest.sigv4.Addresses.Address;
import java.util.HexFormat;

/**
 * Signs requests.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
final class Signer {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private final SignedHeaders signedHeaders;
  private final Scope scope;
  private final RequestTime time;
  private final byte[] key;

  Signer(String secret, Scope scope, RequestTime time, SignedHeaders signedHeaders) {
    this.signedHeaders = signedHeaders;
    this.scope = scope;
    this.time = time;
    this.key = key(secret, scope);
  }

  /** The key of one day, region and service. */
  static byte[] key(String secret, Scope scope) {
    var key = Sha256.hmac(Sha256.utf8("AWS4" + secret), scope.date());
    key = Sha256.hmac(key, scope.region());
    key = Sha256.hmac(key, scope.service());
    return Sha256.hmac(key, scope.terminator());
  }

  /**
   * Signs a request as if it had been sent to this address.
   *
   * @return lower-case hexadecimal
   */
  String sign(RawRequest request, Address address) {
    var hash = Sha256.hex(Sha256.utf8(canonical(request, address)));
    var stringToSign = String.join("\n", ALGORITHM, time.basic(), scope.text(), hash);
    return HexFormat.of().formatHex(Sha256.hmac(key, stringToSign));
  }

  /** The canonical request. */
  String canonical(RawRequest request, Address address) {
    return String.join(
        "\n",
        request.method(),
        CanonicalUri.path(address.path()),
        CanonicalUri.query(request.query()),
        signedHeaders.canonical(request, address.host()),
        signedHeaders.text(),
        request.bodyHash());
  }
}
