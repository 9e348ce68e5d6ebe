package io.tokenrevocation.mint;

import static io.tokenrevocation.mint.TestKeys.ISSUER;
import static io.tokenrevocation.mint.TestKeys.POOL;
import static io.tokenrevocation.mint.TestKeys.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.token.DetachedSignature;
import org.junit.jupiter.api.Test;

class AnswerSignerTest {

  private final SigningKeys keys = TestKeys.loaded();
  private final AnswerSigner signer = new AnswerSigner(keys);

  private boolean isGood(String jws, String content) {
    return DetachedSignature.isOf(
        jws, content.getBytes(UTF_8), DetachedSignature.FEED, keys.find(ISSUER).orElseThrow());
  }

  @Test
  void signsWhatAVerifierOfThePoolsTokensCanVerify() {
    var jws = signer.sign(POOL, "{\"a\": \"\u00e4.\"}".getBytes(UTF_8), START);
    assertThat(isGood(jws, "{\"a\": \"\u00e4.\"}")).isTrue();
    assertThat(isGood(jws, "{\"a\":\"\u00e4.\"}")).isFalse();
  }

  @Test
  void leavesTheContentOut() {
    assertThat(signer.sign(POOL, new byte[] {1}, START)).contains("..");
  }
}
