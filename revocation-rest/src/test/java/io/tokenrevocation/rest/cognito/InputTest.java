package io.tokenrevocation.rest.cognito;

import static io.tokenrevocation.rest.cognito.TestInput.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

  private static final Member TOKEN = Member.token("Token");
  private static final Member CLIENT_ID = Member.clientId();
  private static final Member CLIENT_SECRET = Member.clientSecret();

  @Nested
  class Body {

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n", "{}", "{\"Other\":1}", "{\"ClientSecret\":null}"})
    void mayHaveNoneOfTheMembers(String body) {
      assertThat(Input.parse(body).optional(CLIENT_SECRET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}}", "{} {}", "{},", "{}x"})
    void mustBeOneValue(String body) {
      assertRefused(
          "SerializationException", "The request body is not valid JSON", () -> Input.parse(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true"})
    void mustBeAStructure(String body) {
      assertRefused(
          "SerializationException",
          "Start of structure or map found where not expected.",
          () -> Input.parse(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"Token\"}", "Token=a", "{'Token':'a'}"})
    void mustBeJson(String body) {
      assertRefused(
          "SerializationException", "The request body is not valid JSON", () -> Input.parse(body));
    }

    @Test
    void mustNotBeNestedWithoutEnd() {
      assertRefused(
          "SerializationException",
          "The request body is not valid JSON",
          () -> Input.parse("{\"Token\":" + "[".repeat(100_000)));
    }
  }

  @Nested
  @DisplayName("7.3: N validation error(s) detected: ...; ...")
  class Check {

    @Test
    void passesWhenEveryMemberIsWithinItsLimits() {
      var input = Input.parse("{\"Token\":\"a.b\",\"ClientId\":\"web\"}");
      input.check(TOKEN, CLIENT_ID, CLIENT_SECRET);
      assertThat(input.required(TOKEN)).isEqualTo("a.b");
      assertThat(input.optional(CLIENT_ID)).contains("web");
    }

    @Test
    void namesTheOnlyViolation() {
      assertInvalid(
          "1 validation error detected: Value at 'token' failed to satisfy constraint: Member must"
              + " satisfy regular expression pattern: [A-Za-z0-9-_=.]+",
          "{\"Token\":\"a b\",\"ClientId\":\"web\"}");
    }

    @Test
    void namesBothViolationsOfOneMember() {
      assertInvalid(
          "2 validation errors detected: Value at 'clientId' failed to satisfy constraint: Member"
              + " must satisfy regular expression pattern: [\\w+]+; Value at 'clientId' failed to"
              + " satisfy constraint: Member must have length greater than or equal to 1",
          "{\"Token\":\"a\",\"ClientId\":\"\"}");
    }

    @Test
    void namesTheViolationsOfAllMembers() {
      assertInvalid(
          "2 validation errors detected: Value null at 'token' failed to satisfy constraint: Member"
              + " must not be null; Value null at 'clientId' failed to satisfy constraint: Member"
              + " must not be null",
          "{\"Token\":null}");
    }

    @ParameterizedTest
    @CsvSource({
      "1, NUMBER_VALUE can not be converted to a String",
      "true, TRUE_VALUE can not be converted to a String",
      "{}, Start of structure or map found where not expected.",
      "[], Start of list found where not expected."
    })
    void refusesWhatIsNotAString(String value, String message) {
      var input = Input.parse("{\"Token\":" + value + ",\"ClientId\":\"web\"}");
      assertRefused("SerializationException", message, () -> input.check(TOKEN));
    }

    private static void assertInvalid(String message, String body) {
      var input = Input.parse(body);
      assertRefused("InvalidParameterException", message, () -> input.check(TOKEN, CLIENT_ID));
    }
  }

  @Test
  @DisplayName("RFC 8259, 8.1: a byte order mark may be ignored")
  void mayStartWithAByteOrderMark() {
    assertThat(Input.parse("\uFEFF{\"Token\":\"a\"}").required(TOKEN)).isEqualTo("a");
    assertThat(Input.parse("\uFEFF").optional(TOKEN)).isEmpty();
  }

  @Nested
  class OfAMap {

    private static final String LONG = "a".repeat(131_073);

    @Test
    void isRefusedWhenAValueOrAKeyIsTooLong() {
      var input =
          Input.parse("{\"AuthParameters\":{\"A\":\"" + LONG + "\",\"" + LONG + "\":\"\"}}");
      var limits =
          "[Member must have length less than or equal to 131072, Member must have length greater"
              + " than or equal to 0]";
      assertRefused(
          "InvalidParameterException",
          "2 validation errors detected: Value at 'authParameters' failed to satisfy constraint: Map"
              + " value must satisfy constraint: "
              + limits
              + "; Value at 'authParameters' failed to satisfy constraint: Map keys must satisfy"
              + " constraint: "
              + limits,
          () -> input.check(AuthMembers.AUTH_PARAMETERS));
    }

    @Test
    void isRefusedWhenAValueIsNoString() {
      assertRefused(
          "SerializationException",
          "Start of structure or map found where not expected.",
          () -> map("{\"USERNAME\":{}}"));
    }

    @Test
    void holdsEveryStringThatWasSent() {
      assertThat(map("{\"USERNAME\":\"alice\",\"PASSWORD\":\"\",\"NONE\":null}"))
          .isEqualTo(Map.of("USERNAME", "alice", "PASSWORD", ""));
    }

    @Test
    void isEmptyWhenItIsLeftOut() {
      assertThat(Input.parse("{}").map(AuthMembers.AUTH_PARAMETERS)).isEmpty();
      assertThat(map("null")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "[]", "1"})
    void isRefusedWhenItIsSomethingElse(String value) {
      assertRefused("SerializationException", "Expected map or null", () -> map(value));
    }

    private static Map<String, String> map(String value) {
      return Input.parse("{\"AuthParameters\":" + value + "}").map(AuthMembers.AUTH_PARAMETERS);
    }
  }

  @Test
  @DisplayName("7.3: {\"__type\":\"SerializationException\",\"Message\":...} with capital M")
  void writesTheMessageOfASerializationErrorWithACapital() {
    assertThat(CognitoError.serialization("text").messageMember()).isEqualTo("Message");
    assertThat(CognitoError.notAuthorized("text").messageMember()).isEqualTo("message");
  }
}
