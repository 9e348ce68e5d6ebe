package io.tokenrevocation.rest.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a client says it is.
 *
 * @param clientId not verified
 * @param secret not verified; null if none was sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, 2.3.1: Client
 *     Password</a>
 */
record ClientCredentials(String clientId, @Nullable String secret) {

  private static final String SCHEME = "Basic ";

  /** Reads them from HTTP Basic, or a public client's id from the form. */
  static ClientCredentials of(List<String> authorization, Form form) {
    if (authorization.size() > 1) {
      throw OAuthError.invalidRequest("More than one Authorization header");
    }
    var inBody = form.get("client_id");
    if (authorization.isEmpty()) {
      return inBody
          .map(id -> new ClientCredentials(id, null))
          .orElseThrow(OAuthError::invalidClient);
    }
    return basic(authorization.get(0))
        .filter(basic -> inBody.map(basic.clientId()::equals).orElse(true))
        .orElseThrow(OAuthError::invalidClient);
  }

  private static Optional<ClientCredentials> basic(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      var decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      var text = new String(decoded, StandardCharsets.UTF_8);
      var colon = text.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new ClientCredentials(text.substring(0, colon), text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "ClientCredentials[clientId=" + clientId + "]";
  }
}
