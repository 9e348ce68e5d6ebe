package io.tokenrevocation.rest.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, in the jar. Thread-safe. */
final class Assets {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=UTF-8",
          "css", "text/css; charset=UTF-8",
          "js", "text/javascript; charset=UTF-8",
          "svg", "image/svg+xml");

  /** No slash, no dot but the one: of whatever lies in the jar, only the page's own files. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,30}\\.(html|css|js|svg)");

  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /**
   * Finds a file.
   *
   * @throws IOException if the jar cannot be read
   */
  Optional<Asset> find(String name) throws IOException {
    var known = read.get(name);
    if (known != null || !NAME.matcher(name).matches()) {
      return Optional.ofNullable(known);
    }
    try (var file = Assets.class.getResourceAsStream(name)) {
      if (file == null) {
        return Optional.empty();
      }
      var type = TYPES.get(name.substring(name.indexOf('.') + 1));
      var asset = new Asset(String.valueOf(type), file.readAllBytes());
      read.put(name, asset);
      return Optional.of(asset);
    }
  }

  /** One file, which browsers keep, but ask each time whether it is still the same. */
  static final class Asset {

    private final String type;
    private final byte[] bytes;
    private final String tag;

    Asset(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
      this.tag = '"' + hash(bytes) + '"';
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setHeader("Cache-Control", "no-cache");
      response.setHeader("ETag", tag);
      if (tag.equals(request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
      response.setContentType(type);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }

    private static String hash(byte[] bytes) {
      try {
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
