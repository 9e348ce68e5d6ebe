package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEndpointTest {

  private static final String GOOD = TestKeys.ISSUERS.toPublicJWK().toJSONString();

  private final KeyServer server = new KeyServer();

  KeyEndpointTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  private JWKSet fetch() throws KeySourceException {
    return new KeyEndpoint(server.address(), Duration.ofMillis(200))
        .getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null);
  }

  private void assertUnavailable() {
    assertThatThrownBy(this::fetch).isInstanceOf(JWKSetUnavailableException.class);
  }

  @Nested
  class Keys {

    @Test
    void areThoseThatArePublished() throws KeySourceException {
      server.publish(TestKeys.ISSUERS.toPublicJWK());
      assertThat(fetch().getKeys()).containsExactly(TestKeys.ISSUERS.toPublicJWK());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "5",
          "null",
          "[]",
          "{\"kty\":\"new\"}",
          "{\"kty\":5}",
          "{\"kty\":\"RSA\",\"kid\":\"no modulus\"}",
          "{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQ\",\"oth\":[{}]}",
          "{\"kty\":\"EC\",\"crv\":\"brainpoolP256r1\",\"x\":\"AQ\",\"y\":\"AQ\"}",
          "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}",
          "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":5}"
        })
    @DisplayName("RFC 7517, 5: implementations SHOULD ignore JWKs that are not understood")
    void areReadBesideOnesThatAreNotUnderstood(String other) throws KeySourceException {
      server.answer(200, "{\"keys\":[" + other + "," + GOOD + "]}");
      assertThat(fetch().getKeys()).extracting(JWK::getKeyID).containsExactly(TestKeys.KEY_ID);
    }

    @Test
    void mayBeNone() throws KeySourceException {
      server.answer(200, "{\"keys\":[]}");
      assertThat(fetch().getKeys()).isEmpty();
    }
  }

  @Nested
  class IsUnavailable {

    @ParameterizedTest
    @ValueSource(
        strings = {"", "<html>", "null", "5", "[]", "{}", "{\"keys\":{}}", "{\"keys\":null}", "{"})
    void whenItAnswersGarbage(String body) {
      server.answer(200, body);
      assertUnavailable();
    }

    @Test
    void whenItAnswersDeepNesting() {
      server.answer(200, "{\"keys\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}");
      assertUnavailable();
    }

    @Test
    void whenItAnswersWithoutEnd() {
      server.answer(200, "{\"padding\":\"" + "x".repeat(KeyEndpoint.MAX_BYTES) + "\",\"keys\":[]}");
      assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void whenItAnswersWithAnError(int status) {
      server.answer(status, "{\"keys\":[" + GOOD + "]}");
      assertUnavailable();
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void whenItAnswersWithARedirect(int status) {
      server.answer(
          exchange -> {
            if ("/keys".equals(exchange.getRequestURI().getPath())) {
              exchange.getResponseHeaders().set("Location", "/elsewhere");
              KeyServer.send(exchange, status, "");
            } else {
              KeyServer.send(exchange, 200, "{\"keys\":[" + GOOD + "]}");
            }
          });
      assertUnavailable();
      assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void whenItDoesNotAnswerInTime() {
      var end = new CountDownLatch(1);
      server.answer(
          exchange -> {
            try (exchange) {
              await(end, Duration.ofMinutes(1));
            }
          });
      assertUnavailable();
      end.countDown();
    }

    @Test
    void whenItsAnswerDoesNotEndInTime() {
      var end = new CountDownLatch(1);
      server.answer(
          exchange -> {
            try (exchange) {
              exchange.sendResponseHeaders(200, 0);
              do {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
              } while (!await(end, Duration.ofMillis(10)));
            }
          });
      assertUnavailable();
      end.countDown();
    }

    private static boolean await(CountDownLatch end, Duration duration) {
      try {
        return end.await(duration.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }

    @Test
    void whenItIsDown() {
      server.goDown();
      assertUnavailable();
    }
  }
}
