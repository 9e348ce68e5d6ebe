package io.tokenrevocation.rest.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
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

  /**
   * Reads them from HTTP Basic, or else from the form.
   *
   * @param secretInForm whether a secret in the form counts
   * @return what they may be, most likely first; empty if the client says nothing that can be read
   */
  static List<ClientCredentials> of(List<String> authorization, Form form, boolean secretInForm) {
    if (authorization.size() > 1) {
      throw OAuthError.invalidRequest("More than one Authorization header");
    }
    var id = form.get("client_id");
    var secret = form.get("client_secret");
    if (authorization.isEmpty()) {
      var counted = secret.filter(sent -> secretInForm).orElse(null);
      return id.map(sent -> new ClientCredentials(sent, counted)).stream().toList();
    }
    if (secret.isPresent()) {
      throw OAuthError.invalidRequest("The client authenticates in more than one way");
    }
    return basic(authorization.get(0))
        .filter(basic -> id.map(basic.clientId()::equals).orElse(true))
        .toList();
  }

  private static Stream<ClientCredentials> basic(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Stream.empty();
    }
    try {
      var decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      var text = new String(decoded, StandardCharsets.UTF_8);
      var colon = text.indexOf(':');
      return colon < 0
          ? Stream.empty()
          : new ClientCredentials(text.substring(0, colon), text.substring(colon + 1)).readings();
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  /** As they are, which is what most clients mean, and form-decoded, which is what the RFC says. */
  private Stream<ClientCredentials> readings() {
    try {
      var decoded = new ClientCredentials(decode(clientId), decode(String.valueOf(secret)));
      return Stream.of(this, decoded).distinct();
    } catch (IllegalArgumentException e) {
      return Stream.of(this);
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "ClientCredentials[clientId=" + clientId + "]";
  }
}
