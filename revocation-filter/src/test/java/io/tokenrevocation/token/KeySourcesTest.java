package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeySourcesTest {

  private static final String OTHER = "https://other.example";

  /** Trusts one issuer, and has one key for whoever asks. */
  private record Careless(String issuer, RSAPublicKey key) implements KeySource {

    @Override
    public boolean trusts(String asked) {
      return asked.equals(issuer);
    }

    @Override
    public Optional<RSAPublicKey> find(String asked, String keyId) {
      return Optional.of(key);
    }
  }

  private final RSAPublicKey others = TestKeys.publicKey(TestKeys.ATTACKERS);
  private final KeySources sources =
      new KeySources(List.of(new Careless(OTHER, others), TestKeys.source()));

  @Test
  void trustsTheIssuersOfEach() {
    assertThat(sources.trusts(OTHER) && sources.trusts(ISSUER)).isTrue();
  }

  @Test
  void trustsNobodyElse() {
    assertThat(sources.trusts("https://evil.example")).isFalse();
    assertThat(sources.find("https://evil.example", TestKeys.KEY_ID)).isEmpty();
  }

  @Test
  void asksOnlyTheSourceThatTrustsTheIssuer() {
    assertThat(sources.find(ISSUER, TestKeys.KEY_ID))
        .contains(TestKeys.publicKey(TestKeys.ISSUERS));
    assertThat(sources.find(ISSUER, "key-2")).isEmpty();
  }

  @Test
  void asksTheFirstOfTwoThatTrustTheIssuer() {
    var both = new KeySources(List.of(TestKeys.source(), new Careless(ISSUER, others)));
    assertThat(both.find(ISSUER, "key-2")).isEmpty();
  }
}
