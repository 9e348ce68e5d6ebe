package io.tokenrevocation.rest.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.pool.ConsoleSignIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {

  private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

  private static final ConsoleSignIn BEGUN = new ConsoleSignIn("console-1", "s-1", 7, NOW);

  private final SignIn signIn = SignIn.of(BEGUN, "carol", NOW);

  @Test
  void isReadAsItWasWritten() {
    assertThat(SignIn.parse(signIn.text())).contains(signIn);
  }

  @Test
  void isNotReadAsAnotherVersionWroteIt() {
    assertThat(SignIn.parse(signIn.text().replace("signOutEpoch", "inDirectory"))).isEmpty();
    assertThat(SignIn.parse("{}")).isEmpty();
  }

  @Test
  void tellsNoSecretInALog() {
    assertThat(signIn.toString()).doesNotContain(BEGUN.id(), signIn.csrfToken());
  }

  @ParameterizedTest
  @CsvSource({"PT0S, false", "PT14M59S, false", "PT15M, true"})
  void isOverWhenSomebodyIsAway(Duration away, boolean over) {
    assertThat(signIn.isOver(NOW.plus(away))).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({"PT7H59M59S, false", "PT8H, true"})
  void isOverAfterADaysWorkHoweverBusySomebodyIs(Duration later, boolean over) {
    assertThat(signIn.seen(NOW.plus(later)).isOver(NOW.plus(later))).isEqualTo(over);
  }
}
