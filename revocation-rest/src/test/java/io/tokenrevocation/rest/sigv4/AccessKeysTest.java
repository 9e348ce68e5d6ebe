package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import io.tokenrevocation.settings.InvalidSettingException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest {

  private static final String SECRET = "0123456789abcdef";

  private static AccessKeys read(Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("revocation.access-keys", "KEY1, KEY2");
    all.put("revocation.access-key.KEY2.secret", SECRET);
    all.putIfAbsent("revocation.access-key.KEY1.secret", SECRET);
    return new AccessKeys(TestSettings.with(all));
  }

  private static AccessKey key1(String operations, String pools) {
    return read(Map.of(
            "revocation.access-key.KEY1.operations", operations,
            "revocation.access-key.KEY1.pools", pools))
        .find("KEY1")
        .orElseThrow();
  }

  private static void refuses(Runnable call, String message) {
    assertThatExceptionOfType(AccessRefusedException.class)
        .isThrownBy(call::run)
        .withMessage(message)
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.NOT_ALLOWED));
  }

  @Test
  void areThoseThatAreListed() {
    var keys = read(Map.of());
    assertThat(keys.find("KEY1")).hasValueSatisfying(key -> assertThat(key.id()).isEqualTo("KEY1"));
    assertThat(keys.find("KEY2")).isPresent();
    assertThat(keys.find("key1")).isEmpty();
    assertThat(keys.find("")).isEmpty();
  }

  @Test
  void areNoneByDefault() {
    assertThat(new AccessKeys(TestSettings.with(Map.of())).find("KEY1")).isEmpty();
  }

  @Test
  void showNoSecret() {
    assertThat(read(Map.of()).find("KEY1").orElseThrow().toString()).isEqualTo("access key KEY1");
  }

  @Nested
  class ASecret {

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcde", "0123456789 abcdef", "0123456789abcdeü"})
    void isRefusedWithoutBeingShown(String secret) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> read(Map.of("revocation.access-key.KEY1.secret", secret)))
          .withMessage(
              "revocation.access-key.KEY1.secret in the context parameters of web.xml is a value"
                  + " that is not shown, but must be 16 to 128 printable ASCII characters, no"
                  + " spaces");
    }

    @Test
    void mustBeThere() {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> TestSettings.with(Map.of("revocation.access-keys", "KEY1")))
          .withMessageStartingWith("revocation.access-key.KEY1.secret is not set");
    }
  }

  @Nested
  class AKey {

    @Test
    void mayDoNothingByDefault() {
      var key = read(Map.of()).find("KEY1").orElseThrow();
      refuses(
          () -> key.require("Op"),
          "User: KEY1 is not authorized to perform: cognito-idp:Op on resource: *");
    }

    @Test
    void mayDoWhatItIsAllowedWhereItIsAllowed() {
      var key = key1("Op, Other", "pool-1, us-east-1_Pool");
      assertThatCode(() -> key.require("Other")).doesNotThrowAnyException();
      assertThatCode(() -> key.require("Op", "us-east-1_Pool")).doesNotThrowAnyException();
    }

    @Test
    void mayNotDoAnythingElse() {
      var key = key1("Op", "any");
      refuses(
          () -> key.require("op"),
          "User: KEY1 is not authorized to perform: cognito-idp:op on resource: *");
      refuses(
          () -> key.require("Other", "p"),
          "User: KEY1 is not authorized to perform: cognito-idp:Other on resource: p");
    }

    @Test
    void mayNotDoItAnywhereElse() {
      var key = key1("any", "us-east-1_Pool");
      refuses(
          () -> key.require("Op", "us-east-1_Other"),
          "User: KEY1 is not authorized to perform: cognito-idp:Op on resource: us-east-1_Other");
    }

    @Test
    void mayDoEverythingIfSoAllowed() {
      var key = key1("any", "any");
      assertThatCode(() -> key.require("Op")).doesNotThrowAnyException();
      assertThatCode(() -> key.require("Op", "pool")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Op,", "Op, any", "none, Op", "O p", "cognito-idp:Op", "*"})
    void isNotAllowedWhatHasNoName(String operations) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> key1(operations, "any"))
          .withMessageStartingWith("revocation.access-key.KEY1.operations in");
    }
  }
}
