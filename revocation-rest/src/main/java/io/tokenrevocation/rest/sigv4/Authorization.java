package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An {@code Authorization} header of the form {@code AWS4-HMAC-SHA256 Credential=...,
 * SignedHeaders=..., Signature=...}.
 *
 * @param scope not verified
 * @param signedHeaders not verified
 * @param signature not verified
 */
record Authorization(Scope scope, SignedHeaders signedHeaders, String signature) {

  private static final int LONGEST = 8 * 1024;

  private static final List<String> REQUIRED = List.of("Credential", "Signature", "SignedHeaders");

  /**
   * Reads the one header there must be.
   *
   * @throws AccessRefusedException if it is not there, or of another form, or there is no date
   */
  static Authorization of(RawRequest request) {
    var sent = request.header("authorization");
    if (sent.isEmpty()) {
      throw new AccessRefusedException(Kind.NO_SIGNATURE, "Missing Authentication Token");
    }
    var header = sent.get(0).strip();
    if (sent.size() > 1 || header.length() > LONGEST) {
      throw AccessRefusedException.incomplete(
          "Authorization header is there twice, or is too long.");
    }
    var parts = header.split(" ", 2);
    var parameters = parameters(parts.length == 2 ? parts[1] : "", header);
    requireAll(parameters, request, header);
    if (!parts[0].equals(Signer.ALGORITHM)) {
      throw AccessRefusedException.incomplete(
          "Unsupported AWS 'algorithm' (only " + Signer.ALGORITHM + " for now).");
    }
    return new Authorization(
        Scope.parse(parameters.getOrDefault("Credential", "")),
        SignedHeaders.parse(parameters.getOrDefault("SignedHeaders", "")),
        parameters.getOrDefault("Signature", ""));
  }

  private static Map<String, String> parameters(String text, String header) {
    var parameters = new HashMap<String, String>();
    if (text.isBlank()) {
      return parameters;
    }
    for (var pair : text.split(",", -1)) {
      var parts = pair.strip().split("=", 2);
      if (parts.length < 2 || parameters.put(parts[0], parts[1]) != null) {
        throw AccessRefusedException.incomplete(
            "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with"
                + " SHA-256 and encoded with Base64): '"
                + Sha256.base64(header)
                + "'.");
      }
    }
    return parameters;
  }

  private static void requireAll(
      Map<String, String> parameters, RawRequest request, String header) {
    var missing = new ArrayList<String>();
    for (var name : REQUIRED) {
      if (parameters.getOrDefault(name, "").isEmpty()) {
        missing.add("Authorization header requires '" + name + "' parameter.");
      }
    }
    if (!request.has("x-amz-date") && !request.has("date")) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (!missing.isEmpty()) {
      throw AccessRefusedException.incomplete(
          String.join(" ", missing)
              + " (Hashed with SHA-256 and encoded with Base64) Authorization="
              + Sha256.base64(header));
    }
  }
}
