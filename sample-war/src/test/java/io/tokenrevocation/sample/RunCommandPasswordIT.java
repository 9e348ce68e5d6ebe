package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("run-command")
@DisplayName("The command that runs the sample, with a PostgreSQL that demands a password")
class RunCommandPasswordIT {

  private static final String ANOTHER = "an0ther-Secret";

  @TempDir private static Path directory;

  private static Postgres database;

  @BeforeAll
  static void start() throws Exception {
    database = Postgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static RunCommand launch(Path data, String password) throws IOException {
    return RunCommand.launch(
        data,
        RunCommand.freePort(),
        Map.of("SAMPLE_JDBC_PASSWORD", password),
        "-Dsample.jdbcUrl=" + database.url(),
        "-Dsample.jdbcUser=" + database.user());
  }

  @ParameterizedTest
  @ValueSource(strings = {"change-me", "pass:word=${1}"})
  void takesItFromTheEnvironmentAndIsLetInWithNoOther(String password) throws Exception {
    database.demand(password);
    var data = directory.resolve("right-" + password.length());
    try (var command = launch(data, password)) {
      assertThat(command.awaitReady().sample().signIn("alice").me().status()).isEqualTo(200);
    }
    assertThat(RunCommandIT.filesWith(data, password)).isEmpty();
  }

  @Test
  void endsAndSaysWhyWhenItIsWrong() throws Exception {
    database.demand("change-me");
    var data = directory.resolve("wrong");
    try (var command = launch(data, ANOTHER)) {
      assertThat(command.endsWithin(120)).isTrue();
      assertThat(command.process().exitValue()).isNotZero();
      assertThat(command.output())
          .contains("FATAL: password authentication failed for user \"postgres\"");
    }
    assertThat(RunCommandIT.filesWith(data, ANOTHER)).isEmpty();
  }
}
