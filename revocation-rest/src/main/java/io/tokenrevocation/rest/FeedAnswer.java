package io.tokenrevocation.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A signed answer of the feed. Immutable. */
final class FeedAnswer {

  /** So a cache may keep it. */
  private static final String LASTING = "public, max-age=3600";

  /** Others may have been revoked since. */
  private static final String PASSING = "public, max-age=1";

  private final byte[] json;
  private final byte[] compressed;
  private final String signature;
  private final boolean isNews;
  private final boolean lasting;

  /**
   * Makes one.
   *
   * @param json as it was signed
   * @param isNews whether it is worth more than the time in it
   * @param lasting whether it is as good later
   */
  FeedAnswer(byte[] json, String signature, boolean isNews, boolean lasting) {
    this.json = json;
    this.compressed = compress(json);
    this.signature = signature;
    this.isNews = isNews;
    this.lasting = lasting;
  }

  boolean isNews() {
    return isNews;
  }

  boolean isLasting() {
    return lasting;
  }

  Response toResponse(boolean gzip) {
    var response =
        Response.ok(gzip ? compressed : json, MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, lasting ? LASTING : PASSING)
            // A cache gives it to those only who have the same credential.
            .header(HttpHeaders.VARY, "Authorization, Accept-Encoding")
            .header("Revocation-Feed-Signature", signature);
    return gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").build() : response.build();
  }

  private static byte[] compress(byte[] json) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("an array can be written to", e);
    }
    return bytes.toByteArray();
  }
}
