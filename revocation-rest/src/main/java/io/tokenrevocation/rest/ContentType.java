package io.tokenrevocation.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The {@code Content-Type} header of a request. */
public final class ContentType {

  private ContentType() {}

  /**
   * Tells whether a request says that its body is of some type. Parameters, such as a charset, are
   * passed over.
   *
   * @param type in lower case
   * @param headers of the request
   * @return false also if there is no such header
   */
  public static boolean is(String type, HttpHeaders headers) {
    var sent = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    return sent != null && sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
  }
}
