package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("The sample on PostgreSQL")
class PostgresIT {

  private static Postgres database;
  private static VariantServer server;

  private Sample sample;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    database = Postgres.start();
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "postgresql"))
            .withLibrary(Postgres.driver())
            .add("postgresql", PostgresIT::withDatabase)
            .start();
  }

  private static String withDatabase(String webXml) {
    return webXml
        .replace("org.h2.jdbcx.JdbcDataSource", PGSimpleDataSource.class.getName())
        .replaceAll("<url>.*</url>", "<url>" + database.url() + "</url>")
        .replace("<user>sample</user>", "<user>" + database.user() + "</user>")
        .replace("<password>sample</password>", "<password>" + database.password() + "</password>");
  }

  @BeforeEach
  void find() {
    sample = server.sample("postgresql");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    database.close();
  }

  @Test
  void saysWhereItIs() throws IOException {
    assertThat(server.log()).contains("REV0205: Database PostgreSQL ");
  }

  @Test
  void refusesARevokedFamilyAndNoOther() {
    var revoked = sample.signIn("alice");
    var live = sample.signIn("alice");
    revoked.revoke();
    assertThat(revoked.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(live.refresh().me().status()).isEqualTo(200);
  }

  @Test
  void refusesEverySessionOfAUserWhoSignedOutEverywhere() {
    var sessions = List.of(sample.signIn("bob"), sample.signIn("bob"));
    sessions.get(0).signOutEverywhere();
    for (var session : sessions) {
      assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    }
    assertThat(sample.signIn("bob").me().status()).isEqualTo(200);
  }
}
