package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  /** Made by another implementation of PBKDF2. */
  private static final String HASH =
      "PBKDF2WithHmacSHA512:210000:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
          + ":wRcoT8hhl7K6TfbW+QcjowOBUSDvY6zymdIiRZYQSvE=";

  @Test
  void matchesThePasswordItWasMadeOfAndNoOther() {
    assertThat(PasswordHash.matches("Sample-Passw0rd!", HASH)).isTrue();
    assertThat(PasswordHash.matches("Sample-Passw0rd", HASH)).isFalse();
    assertThat(PasswordHash.matches("secret", PasswordHash.of("secret"))).isTrue();
  }

  @Test
  void isAnotherOneForTheSamePassword() {
    assertThat(PasswordHash.of("secret")).isNotEqualTo(PasswordHash.of("secret"));
  }
}
