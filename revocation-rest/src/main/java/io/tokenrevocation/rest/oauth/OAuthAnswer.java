package io.tokenrevocation.rest.oauth;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/**
 * The headers that every answer of an OAuth endpoint has.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1: Successful
 *     Response</a>
 */
final class OAuthAnswer {

  /** As Cognito says where it says more than {@code application/json}. */
  static final MediaType JSON_IN_UTF_8 = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

  private static final String OTHERWISE_ALLOWED = "Authorization, Content-Type";

  /** Names of header fields, with commas between. */
  private static final Pattern FIELD_NAMES = Pattern.compile("[\\w!#$%&'*+.^`|~ ,-]{1,1024}");

  private OAuthAnswer() {}

  /** Success without a body. */
  static Response empty() {
    return headers(Response.ok()).build();
  }

  static Response json(MediaType type, JsonObject body) {
    return headers(Response.ok(body.toString(), type)).build();
  }

  /** Nobody may keep it, and any page may read it: it depends on no cookie. */
  static Response.ResponseBuilder headers(Response.ResponseBuilder response) {
    return response
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Pragma", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", HttpHeaders.WWW_AUTHENTICATE);
  }

  /** Tells a browser that a page may call. */
  static Response preflight(String methods, String requestedHeaders) {
    var known = FIELD_NAMES.matcher(requestedHeaders).matches();
    return Response.ok()
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Methods", methods)
        .header("Access-Control-Allow-Headers", known ? requestedHeaders : OTHERWISE_ALLOWED)
        .header("Access-Control-Max-Age", "172800")
        .build();
  }
}
