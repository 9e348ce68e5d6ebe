package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 7515, 2: base64url without padding, line breaks or any other characters")
class SignatureEncodingTest {

  private static final String TOKEN = TestJwts.accessToken().compact();

  private static final TokenVerifier VERIFIER =
      new TokenVerifier(TestKeys.source(), () -> NOW, Duration.ZERO);

  private static void assertRefused(String compact) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> VERIFIER.verify(compact))
        .extracting(InvalidTokenException::reason)
        .isIn(Reason.SIGNATURE, Reason.MALFORMED);
  }

  @Test
  void acceptsItAsItWasSigned() {
    assertThatCode(() -> VERIFIER.verify(TOKEN)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "==", "!", "\n", "\u0000", "%", " ", "A"})
  void refusesWhatMeansTheSameToALenientReader(String added) {
    assertRefused(TOKEN + added);
    assertRefused(added + TOKEN);
    assertRefused(
        TOKEN.substring(0, TOKEN.length() - 9) + added + TOKEN.substring(TOKEN.length() - 9));
  }

  @Test
  void refusesBitsThatMeanNothing() {
    var last = TOKEN.charAt(TOKEN.length() - 1); // of 2048 bits, 4 are left: A, Q, g or w
    assertRefused(TOKEN.substring(0, TOKEN.length() - 1) + (char) (last + 1));
  }

  @Test
  void refusesTheOtherAlphabet() {
    var signature = TOKEN.lastIndexOf('.');
    var other = TOKEN.substring(signature).replace('-', '+').replace('_', '/');
    assertRefused(TOKEN.substring(0, signature) + other);
  }
}
