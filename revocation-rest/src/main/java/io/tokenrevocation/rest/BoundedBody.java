package io.tokenrevocation.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a request body that must not be long. */
public final class BoundedBody {

  private BoundedBody() {}

  /**
   * Reads a body.
   *
   * @param body from an untrusted client
   * @param limit in bytes
   * @return the body as UTF-8, or empty if it is longer than the limit
   * @throws IOException if the client went away
   */
  public static Optional<String> read(InputStream body, int limit) throws IOException {
    return bytes(body, limit).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Reads a body that is signed.
   *
   * @param body from an untrusted client
   * @param limit in bytes
   * @return the very bytes, or empty if there are more than the limit
   * @throws IOException if the client went away
   */
  public static Optional<byte[]> bytes(InputStream body, int limit) throws IOException {
    var bytes = body.readNBytes(limit + 1);
    return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
  }
}
