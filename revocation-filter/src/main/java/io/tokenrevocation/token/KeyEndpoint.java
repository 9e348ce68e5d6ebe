package io.tokenrevocation.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an issuer publishes its public keys: a JWK Set (RFC 7517, 5), fetched within limits. */
final class KeyEndpoint implements JWKSetSource<SecurityContext> {

  static final int MAX_BYTES = 256 * 1024;

  private final URI address;
  private final Duration timeout;

  /** Waits so long for a connection, so long for an answer to begin and so long for the rest. */
  KeyEndpoint(URI address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
      throws JWKSetRetrievalException, JWKSetParseException {
    try {
      return parse(download());
    } catch (IOException e) {
      throw new JWKSetRetrievalException(e.toString(), e);
    } catch (ParseException | RuntimeException e) { // Nimbus makes null of null
      throw new JWKSetParseException("not a JWK Set", e);
    }
  }

  @Override
  public void close() {}

  private byte[] download() throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout((int) timeout.toMillis());
    connection.setReadTimeout((int) timeout.toMillis());
    // It could lead from https to http, or into the network behind us.
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Accept", "application/jwk-set+json, application/json");
    connection.setRequestProperty("Connection", "close");
    try (var body = connection.getInputStream()) {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("HTTP status " + connection.getResponseCode());
      }
      return read(body);
    } finally {
      connection.disconnect();
    }
  }

  private byte[] read(InputStream body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var part = new byte[8192];
    var begun = System.nanoTime();
    for (var length = body.read(part); length >= 0; length = body.read(part)) {
      bytes.write(part, 0, length);
      if (bytes.size() > MAX_BYTES) {
        throw new IOException("more than " + MAX_BYTES + " bytes");
      }
      if (System.nanoTime() - begun > timeout.toNanos()) {
        throw new IOException("not complete within " + timeout);
      }
    }
    return bytes.toByteArray();
  }

  private static JWKSet parse(byte[] json) throws ParseException {
    JsonNesting.requireBounded(json);
    var members =
        JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(new String(json, UTF_8)), "keys");
    if (members == null) {
      throw new ParseException("no keys", 0);
    }
    return new JWKSet(members.stream().flatMap(member -> key(member).stream()).toList());
  }

  /** RFC 7517, 5: a key that is not understood is ignored, and the others are good. */
  @SuppressWarnings("unchecked") // Nimbus's parser makes maps of JSON objects
  private static Optional<JWK> key(Object member) {
    try {
      return Optional.of(JWK.parse((Map<String, Object>) member));
    } catch (ParseException | RuntimeException e) { // Nimbus throws all sorts
      return Optional.empty();
    }
  }
}
