package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.rest.BoundedBody;
import io.tokenrevocation.rest.ContentType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
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

  static final String TYPE = MediaType.APPLICATION_FORM_URLENCODED;

  private static final int MAX_BODY = 64 * 1024;

  private final Map<String, String> parameters;

  private Form(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /** Reads the body of a request that must have a form in it. */
  static Form read(HttpHeaders headers, InputStream body) throws IOException {
    if (!isIn(headers)) {
      throw OAuthError.unsupportedMediaType();
    }
    return BoundedBody.read(body, MAX_BODY)
        .map(Form::parse)
        .orElseThrow(() -> OAuthError.invalidRequest("The body is too long"));
  }

  /** Tells whether a request says that it has a form in its body. */
  static boolean isIn(HttpHeaders headers) {
    return ContentType.is(TYPE, headers);
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

  /** The value of a parameter that must be there. */
  String required(String name) {
    return get(name).orElseThrow(() -> OAuthError.invalidRequest(name + " is missing"));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.strip(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthError.invalidRequest("The body is not form-encoded");
    }
  }
}
