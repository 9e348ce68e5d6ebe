package io.tokenrevocation.rest.console;

import io.tokenrevocation.rest.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site may have made a browser send. Browsers say where a request comes from;
 * whoever is none, says nothing and has no cookie of anybody's.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class SameOrigin {

  private final String endpoint;

  /** Behind a proxy, the page may be at another host than the server knows of. */
  SameOrigin(String endpoint) {
    this.endpoint = authority(URI.create(endpoint));
  }

  /**
   * Refuses a request.
   *
   * @throws Problem if it comes from another site, or that cannot be told
   */
  void require(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    var origin = request.getHeader("Origin");
    var elsewhere = site != null && !List.of("same-origin", "none").contains(site);
    var foreign = origin != null && !isOwn(origin, request.getHeader("Host"));
    if (elsewhere || foreign) {
      throw Problem.forbidden("The request comes from another site.");
    }
  }

  private boolean isOwn(String origin, @Nullable String host) {
    try {
      var uri = URI.create(origin);
      var theirs = authority(uri);
      var own = host == null ? "" : authority(URI.create(uri.getScheme() + "://" + host));
      return !theirs.isEmpty() && (theirs.equals(endpoint) || theirs.equals(own));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** Host and port, or empty if there is no host: of an origin that is kept secret, "null". */
  private static String authority(URI uri) {
    if (uri.getHost() == null || uri.getScheme() == null) {
      return "";
    }
    var byDefault = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    var port = uri.getPort() < 0 ? byDefault : uri.getPort();
    return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
