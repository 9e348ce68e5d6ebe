package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("run-command")
@DisplayName("The command that runs the sample")
class RunCommandIT {

  /** Any will do for the database. */
  private static final String PASSWORD = "pass:word=${1}";

  @TempDir private static Path directory;

  @Test
  void keepsWhatItAcknowledgedWhenTheServerIsKilledAtOnce() throws Exception {
    var data = directory.resolve("killed");
    var port = RunCommand.freePort();
    Session revoked;
    Session refreshed;
    Session live;
    Session signedOut;
    try (var command = RunCommand.start(data, port)) {
      var sample = command.sample();
      live = sample.signIn("alice");
      revoked = sample.signIn("alice");
      refreshed = revoked.refresh();
      signedOut = sample.signIn("bob");
      signedOut.signOutEverywhere();
      revoked.revoke();
      command.server().destroyForcibly();
      assertThat(command.endsWithin(5)).as("the command ends with its server").isTrue();
    }
    try (var again = RunCommand.start(data, port)) {
      assertThat(again.isPortFree()).isFalse();
      assertThat(revoked.me().challenge()).isEqualTo(Answer.REVOKED);
      assertThat(refreshed.me().challenge()).isEqualTo(Answer.REVOKED);
      assertThat(signedOut.me().challenge()).isEqualTo(Answer.REVOKED);
      assertThat(live.me().status()).isEqualTo(200);
      assertThat(live.refresh().me().status()).isEqualTo(200);
    }
  }

  @Test
  void endsTheServerWhenItIsKilledItself() throws Exception {
    var data = directory.resolve("orphaned");
    try (var command = RunCommand.start(data, RunCommand.freePort())) {
      var server = command.server();
      for (var address : otherAddressesOfThisMachine()) {
        assertThatExceptionOfType(IOException.class)
            .as("listens on the loopback address only, not on %s", address)
            .isThrownBy(() -> new Socket(address, command.port()).close());
      }

      command.process().destroyForcibly();

      assertThat(RunCommand.within(5, () -> !server.isAlive())).as("ends in 5 s").isTrue();
      assertThat(command.isPortFree()).isTrue();
      assertThat(isUnlocked(data.resolve("authority.mv.db"))).isTrue();
    }
  }

  @Test
  void endsAndSaysWhyWhenTheDeploymentIsRefused() throws Exception {
    var data = directory.resolve("refused");
    try (var command = RunCommand.launch(data, RunCommand.freePort(), "-Drevocation.leeway=soon")) {
      assertThat(command.endsWithin(120)).isTrue();
      assertThat(command.process().exitValue()).isNotZero();
      assertThat(command.output())
          .contains("revocation.leeway in the system properties is \"soon\", but must be");
    }
  }

  @Test
  void startsNodesOfOneAuthorityOnPostgreSql() throws Exception {
    var data = directory.resolve("nodes");
    try (var database = Postgres.start();
        var one = RunCommand.start(data, RunCommand.freePort(), optionsFor(database));
        var other = RunCommand.start(data, RunCommand.freePort(), optionsFor(database))) {
      var revoked = one.sample().signIn("alice");
      var there = revoked.at(other.sample());
      assertThat(there.me().status()).isEqualTo(200);
      assertThat(other.sample().signIn("alice").claim("iss")).isEqualTo(revoked.claim("iss"));
      revoked.revoke();
      assertThat(RunCommand.within(5, () -> there.me().challenge().equals(Answer.REVOKED)))
          .isTrue();

      one.server().destroyForcibly();
      assertThat(one.endsWithin(5)).isTrue();
      assertThat(there.me().challenge()).isEqualTo(Answer.REVOKED);
      try (var again = RunCommand.start(data, one.port(), optionsFor(database))) {
        assertThat(revoked.at(again.sample()).me().challenge()).isEqualTo(Answer.REVOKED);
        assertThat(again.server().info().commandLine().orElse(""))
            .contains("revocation.data-source")
            .doesNotContain(PASSWORD);
      }
    }
    assertThat(data.resolve("authority.mv.db")).doesNotExist();
    assertThat(filesWith(data, PASSWORD)).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithTheAddressOfADatabase() throws Exception {
    var data = directory.resolve("elsewhere");
    var option = "-Dsample.jdbcUrl=jdbc:h2:mem:" + PASSWORD;
    try (var command = RunCommand.launch(data, RunCommand.freePort(), option)) {
      assertThat(command.endsWithin(60)).isTrue();
      assertThat(command.output())
          .contains("sample.jdbcUrl must begin with jdbc:postgresql:")
          .doesNotContain(PASSWORD);
    }
  }

  private static String[] optionsFor(Postgres database) {
    return new String[] {
      "-Dsample.jdbcUrl=" + database.url() + "?ApplicationName=run",
      "-Dsample.jdbcUser=" + database.user(),
      "-Dsample.jdbcPassword=" + PASSWORD
    };
  }

  static List<Path> filesWith(Path directory, String text) throws IOException {
    var found = new ArrayList<Path>();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static List<InetAddress> otherAddressesOfThisMachine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .toList();
  }

  private static boolean isUnlocked(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock != null;
    }
  }
}
