package io.tokenrevocation.rest.oauth;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The {@code Authorization} header of a request. */
final class AuthorizationHeader {

  private AuthorizationHeader() {}

  /** As often as it was sent: more than once is for nobody to choose between. */
  static List<String> all(HttpHeaders headers) {
    var sent = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
    return sent == null ? List.of() : sent;
  }
}
