package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are not of the shape of an access token, whoever signed them. */
class MalformedTokenTest {

  private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"" + TestKeys.KEY_ID + "\"}";

  private final TokenVerifier verifier =
      new TokenVerifier(TestKeys.source(), () -> NOW, Duration.ZERO);
  private final TestJwts jwt = TestJwts.accessToken();

  private void assertMalformed(String compact) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(compact))
        .returns(Reason.MALFORMED, InvalidTokenException::reason);
  }

  @Nested
  @DisplayName("RFC 7519, 7.2: validating a JWT")
  class Text {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "....", "a", "a.b", "a.b.c", "a.b.c.d"})
    void refusesWhatIsNoJwt(String garbage) {
      assertMalformed(garbage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000.\u0000.\u0000", "\u00e9.\u00e9.\u00e9", "%2E%2E.%2E.%2E"})
    void refusesOtherCharacters(String garbage) {
      assertMalformed(garbage);
    }

    @Test
    void refusesAnEncryptedToken() {
      assertMalformed("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAA");
    }

    @Test
    void refusesASignedTokenWithTwoPartsMore() {
      assertMalformed(jwt.compact() + ".AAAA.AAAA");
    }

    @Test
    void refusesASignedTokenWithoutItsSignature() {
      var compact = jwt.compact();
      assertMalformed(compact.substring(0, compact.lastIndexOf('.') + 1));
    }

    @Test
    void refusesTwentyThousandCharacters() {
      assertMalformed("a".repeat(20_000));
    }

    @Test
    void refusesAValidTokenThatIsTooLong() {
      assertMalformed(jwt.claim("padding", "x".repeat(16_384)).compact());
    }

    @Test
    void acceptsALongToken() {
      var compact = jwt.claim("padding", "x".repeat(10_000)).compact();
      assertThat(compact.length()).isLessThan(16_384);
      assertThatCode(() -> verifier.verify(compact)).doesNotThrowAnyException();
    }
  }

  @Nested
  class Json {

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "5", "\"text\"", "{\"alg\":5}", "{}", "{\"kid\":\"k\"}"})
    void refusesAHeaderThatIsNone(String header) {
      assertMalformed(TestJwts.compact(header, jwt.payload()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "5", "\"text\"", "{} {}"})
    void refusesClaimsThatAreNone(String payload) {
      assertMalformed(TestJwts.compact(HEADER, payload));
    }

    @ParameterizedTest
    @DisplayName("CVE-2025-53864: what is deeply nested exhausts the stack")
    @ValueSource(ints = {1_001, 2_000})
    void refusesDeepNesting(int depth) {
      assertMalformed(TestJwts.compact(HEADER, nested("", depth, "")));
      assertMalformed(TestJwts.compact(nested("", depth, ""), jwt.payload()));
    }

    @Test
    void isNotFooledByQuotesThatAreNoneToTheParser() {
      assertMalformed(TestJwts.compact(HEADER, nested("{'a':'\"','b':", 2_000, "}")));
      assertMalformed(TestJwts.compact(HEADER, nested("{'a':']]]','b':", 2_000, "}")));
    }

    private static String nested(String before, int depth, String after) {
      return before + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + after;
    }

    @Test
    void readsWhatHasManyBracketsInATextOrSideBySide() {
      var claims =
          jwt.claim("text", "[{".repeat(300)).claim("list", "x".repeat(200).split("x", 200));
      assertThatCode(() -> verifier.verify(claims.compact())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "null",
          "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQ\",\"oth\":[{}]}}"
        })
    void refusesAHeaderThatTheParserStumblesOver(String header) {
      assertMalformed(TestJwts.compact(header, jwt.payload()));
    }

    @Test
    void refusesAKeyIdThatIsANumber() {
      assertMalformed(TestJwts.compact("{\"alg\":\"RS256\",\"kid\":1}", jwt.payload()));
    }
  }

  @Nested
  class Claims {

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iat", "exp"})
    void refusesATokenWithoutOneThatEveryTokenHas(String claim) {
      assertMalformed(jwt.without(claim).compact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iat", "exp"})
    void refusesANullWhereAClaimMustBe(String claim) {
      assertMalformed(jwt.claim(claim, null).compact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesABlankSubject(String blank) {
      assertMalformed(jwt.claim("sub", blank).compact());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("io.tokenrevocation.token.MalformedTokenTest#wrongTypes")
    @DisplayName("RFC 7519, 4.1: each claim has its type")
    void refusesAClaimOfAnotherType(String claim, @Nullable Object value) {
      assertMalformed(jwt.without("origin_jti").claim(claim, value).compact());
    }
  }

  static Stream<Arguments> wrongTypes() {
    var expiry = NOW.plusSeconds(60);
    return Stream.of(
        Arguments.of("exp", String.valueOf(expiry.getEpochSecond())),
        Arguments.of("exp", expiry.toString()),
        Arguments.of("exp", Map.of()),
        Arguments.of("iat", String.valueOf(NOW.getEpochSecond())),
        Arguments.of("nbf", true),
        Arguments.of("iss", 5),
        Arguments.of("sub", List.of("alice")),
        Arguments.of("jti", 5),
        Arguments.of("aud", 5),
        Arguments.of("aud", List.of(5)),
        Arguments.of("client_id", 5),
        Arguments.of("username", Map.of("name", "alice")),
        Arguments.of("scope", Map.of("read", true)),
        Arguments.of("origin_jti", 5),
        Arguments.of("event_id", 5),
        Arguments.of("sid", List.of("session")),
        Arguments.of("cognito:groups", Map.of("staff", true)),
        Arguments.of("cognito:groups", List.of(5)));
  }
}
