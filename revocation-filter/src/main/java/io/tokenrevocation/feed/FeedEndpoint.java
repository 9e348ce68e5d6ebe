package io.tokenrevocation.feed;

import io.tokenrevocation.StoreUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The feed of an authority, asked over HTTP within limits. */
final class FeedEndpoint {

  /** Far more than a page has; the same for what comes compressed and what it was before. */
  static final int MAX_BYTES = 32 * 1024 * 1024;

  static final String SIGNATURE = "Revocation-Feed-Signature";

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final URI address;
  private final String credential;

  /** Redirects could lead from https to http, or take the credential elsewhere. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private volatile @Nullable CompletableFuture<?> underWay;
  private volatile boolean stopped;

  FeedEndpoint(URI address, String credential) {
    this.address = address;
    this.credential = credential;
  }

  /**
   * Asks.
   *
   * @param after a mark, empty for none
   * @param wait how long the authority may take if there is nothing new
   * @throws StoreUnavailableException if there is no answer
   * @throws CancellationException if it was told to stop
   */
  HttpAnswer get(String after, Duration wait) {
    var sent =
        client.sendAsync(
            request(after, wait), answer -> new LimitedBody(answer.statusCode(), MAX_BYTES));
    underWay = sent;
    if (stopped) {
      sent.cancel(true);
    }
    try {
      return answer(sent.get(wait.plus(ANSWER).toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      if (stopped) {
        throw new CancellationException();
      }
      throw new StoreUnavailableException("no answer: " + e.getCause(), e);
    } catch (IOException | TimeoutException e) {
      throw new StoreUnavailableException("no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("interrupted", e);
    } finally {
      sent.cancel(true);
    }
  }

  /** Ends a call that is under way, and every other at once. */
  void stop() {
    stopped = true;
    var call = underWay;
    if (call != null) {
      call.cancel(true);
    }
  }

  private HttpRequest request(String after, Duration wait) {
    var query = after.isEmpty() ? "" : "after=" + encoded(after) + "&";
    return HttpRequest.newBuilder(URI.create(address + "?" + query + "wait=" + wait.toSeconds()))
        .header("Accept", "application/json")
        .header("Accept-Encoding", "gzip")
        .header("Authorization", "Bearer " + credential)
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpAnswer answer(HttpResponse<byte[]> response) throws IOException {
    return new HttpAnswer(
        response.statusCode(),
        response.headers().firstValue(SIGNATURE).orElse(""),
        isCompressed(response) ? decompressed(response.body()) : response.body());
  }

  private static boolean isCompressed(HttpResponse<byte[]> response) {
    return response.body().length > 0
        && response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
  }

  private static byte[] decompressed(byte[] body) throws IOException {
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
      var bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("more than " + MAX_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
