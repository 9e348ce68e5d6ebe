package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("The sample with a user of the database who may not make tables")
class SchemaCheckIT {

  private static final String FOLDER = "/io/tokenrevocation/jpa/migration/postgresql/";
  private static final Pattern WHAT_TO_DO = Pattern.compile("REV0251: .*; run (.*) of .*");

  private static final String MAKE_USER =
      "create role app login; revoke create on schema public from public";
  private static final String GRANT =
      """
      create table sample_user (username varchar(128) primary key,
        subject varchar(36) not null unique, password_hash varchar(512) not null,
        group_name varchar(128));
      grant select, insert, update, delete on all tables in schema public to app;
      revoke update on revocation_audit from app;
      grant usage on all sequences in schema public to app
      """;

  @Test
  void waitsUntilAnAdministratorHasRunTheScriptsItNames() throws Exception {
    try (var database = Postgres.start()) {
      execute(database, MAKE_USER);
      try (var server = start(database)) {
        var sample = server.sample("check");
        assertThat(sample.signInStatus()).isEqualTo(500);
        var early = sample.get("api/me", "Authorization", "Bearer some.access.token");
        assertThat(early.status()).isEqualTo(503);

        var missing = whatToRun(server.log());
        assertThat(missing)
            .containsExactly(
                "V5__revocation.sql",
                "V6__log_by_transaction.sql",
                "V7__retention.sql",
                "V8__sessions_and_audit.sql");
        for (var script : missing) {
          execute(database, read(script));
        }
        execute(database, GRANT);
        assertThat(RunCommand.within(60, () -> sample.signInStatus() == 200)).isTrue();

        var session = sample.signIn("alice");
        session.revoke();
        assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
        assertThat(WHAT_TO_DO.matcher(server.log()).results()).as("said once").hasSize(1);
      }
    }
  }

  private static VariantServer start(Postgres database) throws IOException, InterruptedException {
    return VariantServer.in(Path.of(System.getProperty("it.data"), "schema-check"))
        .withLibrary(Postgres.driver())
        .add(
            "check",
            xml -> with(parameter("revocation.schema", "check")).apply(lead(xml, database)))
        .start();
  }

  private static String lead(String webXml, Postgres database) {
    return webXml
        .replace("org.h2.jdbcx.JdbcDataSource", PGSimpleDataSource.class.getName())
        .replaceAll("<url>.*</url>", "<url>" + database.url() + "</url>")
        .replace("<user>sample</user>", "<user>app</user>");
  }

  private static List<String> whatToRun(String log) {
    var found = WHAT_TO_DO.matcher(log);
    assertThat(found.find()).isTrue();
    return List.of(found.group(1).split(", ", -1));
  }

  private static String read(String script) throws IOException {
    try (var stream = SchemaCheckIT.class.getResourceAsStream(FOLDER + script)) {
      return new String(
          Objects.requireNonNull(stream, script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void execute(Postgres database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
