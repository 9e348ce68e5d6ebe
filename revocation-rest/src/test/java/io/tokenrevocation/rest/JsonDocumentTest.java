package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.pool.Note;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

  private static JsonDocument parse(String body) {
    return JsonDocument.parse(body, Set.of("value", "reason"));
  }

  private static void refuses(Runnable call, String detail) {
    assertThatExceptionOfType(Problem.class).isThrownBy(call::run).withMessage(detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{}{}"})
  void isAnObject(String body) {
    refuses(() -> parse(body), "It must be a JSON object.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"Value\":\"x\"}", "{\"other\":null}"})
  void hasNoMemberThatIsNotKnown(String body) {
    refuses(() -> parse(body), "A member is not one of [reason, value].");
  }

  @Nested
  class AText {

    @Test
    void isEmptyWhereItIsLeftOut() {
      assertThat(parse("{}").text("value")).isEmpty();
      assertThat(parse("{\"value\":\"x\"}").text("value")).contains("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "null"})
    void isRefusedWhereItIsNone(String value) {
      var document = parse("{\"value\":" + value + "}");
      refuses(() -> document.text("value"), "value must be a text.");
    }

    @Test
    void isEmptyWhereNullsAreLeftOut() {
      var document = parse("{\"value\":null,\"reason\":\"x\"}").withoutNulls();
      assertThat(document.text("value")).isEmpty();
      assertThat(document.text("reason")).contains("x");
    }
  }

  @Nested
  class ANote {

    @Test
    void hasTheReasonIfThereIsOne() {
      assertThat(parse("{\"reason\":\"leaked\"}").note("key 1")).isEqualTo(note("leaked"));
      assertThat(parse("{}").note("key 1")).isEqualTo(note(""));
    }

    @Test
    void isRefusedWithAReasonThatIsNone() {
      refuses(
          () -> parse("{\"reason\":\"a\\nb\"}").note("key 1"),
          "reason must have at most "
              + Note.LONGEST_REASON
              + " characters, none of them control ones.");
    }

    private static Note note(String reason) {
      return new Note("key 1", reason);
    }
  }
}
