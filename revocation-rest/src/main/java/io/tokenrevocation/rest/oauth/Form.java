package io.tokenrevocation.rest.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a form request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, B: Use of
 *     application/x-www-form-urlencoded</a>
 */
final class Form {

  private final Map<String, String> parameters;

  private Form(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Reads a body; refuses a parameter that is there twice, as RFC 6749, 3.2 demands. */
  static Form parse(String body) {
    var parameters = new HashMap<String, String>();
    for (var pair : body.split("&", -1)) {
      if (!pair.isBlank()) {
        var equals = pair.indexOf('=');
        var name = decode(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (parameters.put(name, value) != null) {
          throw OAuthError.invalidRequest("A parameter is repeated");
        }
      }
    }
    return new Form(parameters);
  }

  /** The value of a parameter; one without a value counts as left out (RFC 6749, 3.2). */
  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.strip(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthError.invalidRequest("The body is not form-encoded");
    }
  }
}
