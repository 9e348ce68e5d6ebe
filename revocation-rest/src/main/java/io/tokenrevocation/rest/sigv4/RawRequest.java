package io.tokenrevocation.rest.sigv4;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the client sent it, before anybody has interpreted it.
 *
 * @param method in upper case
 * @param contextPath what of the path leads to this application; empty for the root
 * @param path as in the request line, still encoded; with the context path, without the query
 * @param query as in the request line, still encoded; empty if there is none
 * @param headers all values by name, the names in lower case
 * @param bodyHash the SHA-256 of the very bytes of the body, in lower-case hexadecimal
 */
public record RawRequest(
    String method,
    String contextPath,
    String path,
    String query,
    Map<String, List<String>> headers,
    String bodyHash) {

  /** Takes an unmodifiable copy. */
  public RawRequest {
    headers = Map.copyOf(headers);
  }

  /**
   * Returns a request whose body has been read.
   *
   * @param request as the container has it
   * @param body all of its bytes
   * @return what a signature is about
   */
  public static RawRequest of(HttpServletRequest request, byte[] body) {
    var headers = new HashMap<String, List<String>>();
    for (var name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
    }
    return new RawRequest(
        request.getMethod(),
        request.getContextPath(),
        request.getRequestURI(),
        Optional.ofNullable(request.getQueryString()).orElse(""),
        headers,
        Sha256.hex(body));
  }

  /** The values of a header, whose name is in lower case; empty if it is not there. */
  List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return headers.containsKey(name);
  }
}
