package io.tokenrevocation.rest.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Requests, and what becomes of those that are refused. Single quotation marks are as good. */
final class TestInput {

  private TestInput() {}

  static Input of(String members) {
    return Input.parse(json(members).toString());
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  static void assertRefused(String type, String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CognitoError.class,
            error -> {
              assertThat(error.status()).isEqualTo(400);
              assertThat(error.type()).isEqualTo(type);
              assertThat(error.text()).isEqualTo(message);
            });
  }
}
