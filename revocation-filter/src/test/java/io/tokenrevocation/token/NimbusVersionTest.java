package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NimbusVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"9.47", "9.48", "10.0", "10.0.2", "10.5", "10.10", "10.10.1"})
  void acceptsVersionsFromTheOldestThatIsTested(String version) {
    assertThat(NimbusVersion.isSupported(version)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.46", "9.37.4", "9.5", "8.47", "1.47"})
  void refusesOlderOnes(String version) {
    assertThat(NimbusVersion.isSupported(version)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0", "11.0.2", "100.1"})
  void refusesOnesThatAreNotKnownYet(String version) {
    assertThat(NimbusVersion.isSupported(version)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "10", "ten", "v10.5", "10.x", "-10.5", "${version}"})
  void refusesWhatIsNoVersion(@Nullable String version) {
    assertThat(NimbusVersion.isSupported(version)).isFalse();
  }

  @Test
  void acceptsTheOneThisJarIsBuiltWith() {
    assertThatCode(NimbusVersion::requireSupported).doesNotThrowAnyException();
  }
}
