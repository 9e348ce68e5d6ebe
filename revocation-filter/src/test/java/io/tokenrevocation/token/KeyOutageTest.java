package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyOutageTest {

  private final KeyServer server = new KeyServer();
  private final KeyOutage source =
      new KeyOutage(
          ISSUER, server.address(), new KeyEndpoint(server.address(), Duration.ofSeconds(1)));

  private final Logger logger = Logger.getLogger(KeyOutage.class.getName());
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  KeyOutageTest() throws IOException {}

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
    server.close();
  }

  private void fetch() {
    try {
      source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null);
    } catch (KeySourceException e) {
      assertThat(e).hasMessage("java.io.IOException: HTTP status 204");
    }
  }

  @Test
  void isNoneWhileTheEndpointAnswers() {
    fetch();
    fetch();
    assertThat(lines).isEmpty();
  }

  @Test
  void isToldOnceAndOnceWhenItIsOver() {
    server.answer(204, "");
    fetch();
    fetch();
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("WARNING REV0116: The keys of the issuer " + ISSUER)
        .contains(server.address() + " (java.io.IOException: HTTP status 204)");

    lines.clear();
    server.publish(TestKeys.ISSUERS.toPublicJWK());
    fetch();
    fetch();
    assertThat(lines)
        .containsExactly("INFO REV0117: The keys of the issuer " + ISSUER + " are fetched again");
  }

  @Test
  void isToldAgainWhenThereIsAnother() {
    for (var outages = 0; outages < 2; outages++) {
      server.answer(204, "");
      fetch();
      server.publish(TestKeys.ISSUERS.toPublicJWK());
      fetch();
    }
    assertThat(lines).hasSize(4);
  }
}
