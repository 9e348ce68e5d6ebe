package io.tokenrevocation.rest.cognito;

import static io.tokenrevocation.rest.cognito.TestInput.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("7.3: validation messages of numbers, flags, lists and structures")
class ConstraintTest {

  private static final String FAILED = " failed to satisfy constraint: Member must ";

  private static List<String> violations(Constraint constraint, String value) {
    return Member.optional("TheMember", constraint).violations(json("{'TheMember':" + value + "}"));
  }

  private static void assertSerialization(Constraint constraint, String value, String message) {
    TestInput.assertRefused("SerializationException", message, () -> violations(constraint, value));
  }

  @Nested
  class Whole {

    private final Constraint whole = Constraint.whole(1, 60);

    @ParameterizedTest
    @ValueSource(strings = {"1", "60", "6e1", "1.9", "null"})
    void mayBe(String value) {
      assertThat(violations(whole, value)).isEmpty();
    }

    @Test
    void mustNotBeLess() {
      assertThat(violations(whole, "0"))
          .containsExactly(
              "Value '0' at 'theMember'" + FAILED + "have value greater than or equal to 1");
    }

    @Test
    void mustNotBeMore() {
      assertThat(violations(whole, "61"))
          .containsExactly(
              "Value '61' at 'theMember'" + FAILED + "have value less than or equal to 60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "1e999999999", "99999999999999999999"})
    void mustNotBeMuchMore(String value) {
      assertThat(violations(whole, value))
          .containsExactly(
              "Value '9223372036854775807' at 'theMember'"
                  + FAILED
                  + "have value less than or equal to 60");
    }

    @ParameterizedTest
    @CsvSource({
      "'5', STRING_VALUE can not be converted to an Integer",
      "true, TRUE_VALUE can not be converted to an Integer",
      "[], Start of list found where not expected.",
      "{}, Start of structure or map found where not expected."
    })
    void mustBeANumber(String value, String message) {
      assertSerialization(whole, value.equals("5") ? "'5'" : value, message);
    }
  }

  @Nested
  class Flag {

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "null"})
    void mayBe(String value) {
      assertThat(violations(Constraint.flag(), value)).isEmpty();
    }

    @Test
    void mustBeTrueOrFalse() {
      assertSerialization(
          Constraint.flag(), "'true'", "STRING_VALUE can not be converted to a Boolean");
      assertSerialization(Constraint.flag(), "1", "NUMBER_VALUE can not be converted to a Boolean");
    }
  }

  @Nested
  class ListOf {

    private final Constraint words =
        Constraint.list(3, Constraint.oneOf(List.of("implicit", "client_credentials", "code")));

    @ParameterizedTest
    @ValueSource(strings = {"[]", "['code']", "['code','implicit','code']", "['code',null]"})
    void mayBe(String value) {
      assertThat(violations(words, value)).isEmpty();
    }

    @Test
    void mustHaveNoOtherItems() {
      assertThat(violations(words, "['code','token']"))
          .containsExactly(
              "Value '[code, token]' at 'theMember'"
                  + FAILED
                  + "satisfy constraint: [Member must satisfy enum value set:"
                  + " [implicit, client_credentials, code]]");
    }

    @Test
    void mustNotBeTooLong() {
      assertThat(violations(words, "['code','code','code','code']"))
          .containsExactly(
              "Value '[code, code, code, code]' at 'theMember'"
                  + FAILED
                  + "have length less than or equal to 3");
    }

    @Test
    void isToldEverythingThatItemsMustSatisfy() {
      var urls = Constraint.list(100, Constraint.text(Pattern.compile("[a-z]+"), 1, 1024));
      assertThat(violations(urls, "['']"))
          .containsExactly(
              "Value '[]' at 'theMember'"
                  + FAILED
                  + "satisfy constraint: [Member must have length less than or equal to 1024,"
                  + " Member must have length greater than or equal to 1,"
                  + " Member must satisfy regular expression pattern: [a-z]+]");
    }

    @Test
    void mustBeAList() {
      assertSerialization(words, "'code'", "Expected list or null");
      assertSerialization(words, "{}", "Start of structure or map found where not expected.");
      assertSerialization(words, "[1]", "NUMBER_VALUE can not be converted to a String");
    }
  }

  @Nested
  class AMap {

    /** A request may have tens of thousands of entries. */
    @Test
    void makesNoTextsOfItsOwn() {
      var given = json("{'TheMember':{'a':'b'}}");
      var member = Member.optional("TheMember", Constraint.map(Constraint.text(1, 1)));
      assertThat(member.read(given).orElseThrow().asJsonObject().get("a"))
          .isSameAs(given.getJsonObject("TheMember").get("a"));
    }
  }

  @Nested
  class Structure {

    private final Constraint rotation =
        Constraint.structure(
            Member.required("Feature", Constraint.oneOf(List.of("ENABLED", "DISABLED"))),
            Member.optional("RetryGracePeriodSeconds", Constraint.whole(0, 60)));

    @ParameterizedTest
    @ValueSource(strings = {"{'Feature':'ENABLED'}", "{'Feature':'DISABLED','Unknown':[]}", "null"})
    void mayBe(String value) {
      assertThat(violations(rotation, value)).isEmpty();
    }

    @Test
    void isToldWhichOfItsMembersAreWrong() {
      assertThat(violations(rotation, "{'RetryGracePeriodSeconds':61}"))
          .containsExactly(
              "Value null at 'theMember.feature'" + FAILED + "not be null",
              "Value '61' at 'theMember.retryGracePeriodSeconds'"
                  + FAILED
                  + "have value less than or equal to 60");
    }

    @Test
    void mustBeAStructure() {
      assertSerialization(rotation, "'ENABLED'", "Expected null");
      assertSerialization(rotation, "[]", "Start of list found where not expected.");
      assertSerialization(
          rotation, "{'Feature':1}", "NUMBER_VALUE can not be converted to a String");
    }

    @Test
    void keepsWhatItKnows() {
      var read =
          Member.read(
              List.of(Member.optional("A", rotation), Member.optional("B", Constraint.flag())),
              json("{'A':{'Feature':'ENABLED','Unknown':1,'RetryGracePeriodSeconds':null},'C':1}"));
      assertThat(read).isEqualTo(json("{'A':{'Feature':'ENABLED'}}"));
    }
  }
}
