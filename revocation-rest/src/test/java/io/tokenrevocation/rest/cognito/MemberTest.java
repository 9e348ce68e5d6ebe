package io.tokenrevocation.rest.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("7.3: validation messages")
class MemberTest {

  private static final String FAILED = " failed to satisfy constraint: Member must ";

  private static List<String> violations(Member member, @Nullable String value) {
    var parent = Json.createObjectBuilder();
    if (value != null) {
      parent.add(member.name(), value);
    }
    return member.violations(parent.build());
  }

  @Nested
  class Token {

    private final Member token = Member.token("AccessToken");

    @ParameterizedTest
    @ValueSource(strings = {"a", "aZ0-9_=.", "a.b.c.d.e"})
    void mayBe(String value) {
      assertThat(violations(token, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "a+b", "a/b", "ü", "a\n"})
    void mustMatchThePatternAsAWhole(String value) {
      assertThat(violations(token, value))
          .containsExactly(
              "Value at 'accessToken'"
                  + FAILED
                  + "satisfy regular expression pattern: [A-Za-z0-9-_=.]+");
    }

    @Test
    void mustBeThere() {
      assertThat(violations(token, null))
          .containsExactly("Value null at 'accessToken'" + FAILED + "not be null");
    }

    @Test
    void mayBeOfAnyLength() {
      assertThat(violations(token, "a".repeat(100_000))).isEmpty();
    }
  }

  @Nested
  class ClientId {

    private final Member clientId = Member.clientId();

    @Test
    void mayHave1To128Characters() {
      assertThat(violations(clientId, "a")).isEmpty();
      assertThat(violations(clientId, "a_0+".repeat(32))).isEmpty();
    }

    @Test
    void breaksTwoRulesWhenItIsEmpty() {
      assertThat(violations(clientId, ""))
          .containsExactly(
              "Value at 'clientId'" + FAILED + "satisfy regular expression pattern: [\\w+]+",
              "Value at 'clientId'" + FAILED + "have length greater than or equal to 1");
    }

    @Test
    void mustNotBeLonger() {
      assertThat(violations(clientId, "a".repeat(129)))
          .containsExactly(
              "Value at 'clientId'" + FAILED + "have length less than or equal to 128");
    }

    @Test
    void mustBeThere() {
      assertThat(violations(clientId, null))
          .containsExactly("Value null at 'clientId'" + FAILED + "not be null");
    }
  }

  @Nested
  class ClientSecret {

    private final Member secret = Member.clientSecret();

    @Test
    void mayBeLeftOut() {
      assertThat(violations(secret, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 64})
    void mayHaveThisManyCharacters(int length) {
      assertThat(violations(secret, "a".repeat(length))).isEmpty();
    }

    @Test
    void mustNotBeShorterOrLonger() {
      assertThat(violations(secret, "a".repeat(23)))
          .containsExactly(
              "Value at 'clientSecret'" + FAILED + "have length greater than or equal to 24");
      assertThat(violations(secret, "a".repeat(65)))
          .containsExactly(
              "Value at 'clientSecret'" + FAILED + "have length less than or equal to 64");
    }

    @Test
    void isNeverShown() {
      var value = "s3cr3t with blanks, and of some length";
      assertThat(violations(secret, value)).isNotEmpty().noneMatch(text -> text.contains(value));
    }
  }

  @Nested
  class UserPoolId {

    private final Member userPoolId = Member.userPoolId();

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1_AbCdEfGhI", "a_1", "eu-west-1_a_b"})
    void mayBe(String value) {
      assertThat(violations(userPoolId, value)).isEmpty();
    }

    @Test
    @DisplayName("as captured from the real service")
    void isShown() {
      assertThat(violations(userPoolId, "YOUR POOL"))
          .containsExactly(
              "Value 'YOUR POOL' at 'userPoolId'"
                  + FAILED
                  + "satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+");
    }

    @Test
    void mayHaveNoMoreThan55Characters() {
      assertThat(violations(userPoolId, "a_" + "b".repeat(53))).isEmpty();
      var tooLong = "a_" + "b".repeat(54);
      assertThat(violations(userPoolId, tooLong))
          .containsExactly(
              "Value '"
                  + tooLong
                  + "' at 'userPoolId'"
                  + FAILED
                  + "have length less than or equal to 55");
    }

    @Test
    void mustBeThere() {
      assertThat(violations(userPoolId, null))
          .containsExactly("Value null at 'userPoolId'" + FAILED + "not be null");
    }
  }

  @Nested
  class Username {

    private final Member username = Member.username();

    @ParameterizedTest
    @ValueSource(strings = {"alice", "alice@example.com", "Åsa", "花子", "+4912345", "$"})
    void mayBe(String value) {
      assertThat(violations(username, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\n", "a\u0000"})
    void mustHaveNoSpacesAndIsNotShown(String value) {
      assertThat(violations(username, value))
          .containsExactly(
              "Value at 'username'"
                  + FAILED
                  + "satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
    }

    @Test
    void mustHave1To128Characters() {
      assertThat(violations(username, "")).hasSize(2);
      assertThat(violations(username, "a".repeat(128))).isEmpty();
      assertThat(violations(username, "a".repeat(129))).hasSize(1);
    }
  }

  @Nested
  class OneOf {

    private final Member flow = Member.oneOf("AuthFlow", "ONE", "TWO");

    @Test
    void mayBeOneOfTheWords() {
      assertThat(violations(flow, "TWO")).isEmpty();
    }

    @Test
    void mustNotBeAnotherAndIsShown() {
      assertThat(violations(flow, "two"))
          .containsExactly(
              "Value 'two' at 'authFlow'" + FAILED + "satisfy enum value set: [ONE, TWO]");
    }

    @Test
    void mustBeThere() {
      assertThat(violations(flow, null))
          .containsExactly("Value null at 'authFlow'" + FAILED + "not be null");
    }
  }
}
