package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.with;
import static io.tokenrevocation.sample.WebXml.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.sample.consumer.WhoServlet;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A web.xml with a recipe of README.md")
class RecipesIT {

  private static final TestClient CLIENT = new TestClient("myclient", null);
  private static final String ADMIN = "carol";

  @TempDir private static Path directory;

  private static Server database;
  private static VariantServer server;

  @BeforeAll
  static void deployAllRecipes() throws IOException, InterruptedException, SQLException {
    database =
        Server.createTcpServer("-tcpPort", Integer.toString(RunCommand.freePort()), "-ifNotExists")
            .start();
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "recipes"))
            .add("settings", xml -> with(recipe("settings")).apply(plain(xml)), WhoServlet.class)
            .add(
                "part",
                xml -> with(recipe("settings"), recipe("part")).apply(plain(xml)),
                WhoServlet.class)
            .withDatabase(
                "jdbc:h2:tcp://localhost:"
                    + database.getPort()
                    + "/"
                    + directory.resolve("authority")
                    + ";WRITE_DELAY=0")
            .add(
                "policies",
                xml -> with(recipe("settings"), recipe("policies")).apply(plain(xml)),
                WhoServlet.class)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
    database.stop();
  }

  /** The sample without the settings that the first recipe makes, and without a default's. */
  private static String plain(String xml) {
    return without(
            "revocation.user-pools",
            "revocation.endpoint",
            "revocation.audiences",
            "revocation.require-token")
        .apply(xml)
        .replace("sampleweb, ", CLIENT.id() + ", ");
  }

  private static String recipe(String name) {
    var recipe = Readme.recipe(name);
    assertThat(recipe.lines()).as("recipe %s", name).hasSizeLessThan(20);
    return recipe;
  }

  private static Answer get(Session session, String path) {
    return session.sample().get(path, "Authorization", "Bearer " + session.accessToken());
  }

  @Test
  void settingsPutTheFilterInFrontOfEverything() {
    var sample = server.sample("settings");
    assertThat(sample.get("").challenge()).isEqualTo("Bearer");
    assertThat(sample.get("who/x").challenge()).isEqualTo("Bearer");
    var session = sample.signIn("alice", CLIENT);
    assertThat(session.me().status()).isEqualTo(200);
    assertThat(session.claim("iss"))
        .isEqualTo("https://auth.example.com/cognito-idp/us-east-1_AbCdEfGhI");
    session.revoke();
    assertThat(get(session, "who/x").challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void aPartIsProtectedAloneAndTakesIdTokens() {
    var sample = server.sample("part");
    assertThat(sample.get("api/me").challenge()).isEqualTo("Bearer");
    assertThat(sample.get("who/x").body()).isEqualTo("REQUEST by null");
    var session = sample.signIn("alice", CLIENT);
    var idToken = "Bearer " + session.tokens().idToken();
    assertThat(session.me().status()).isEqualTo(200);
    assertThat(sample.get("api/me", "Authorization", idToken).status()).isEqualTo(200);
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(sample.get("api/me", "Authorization", idToken).challenge())
        .isEqualTo(Answer.REVOKED);
  }

  @Test
  void policiesKeepAllButAGroupOutAndCloseByThemselves() throws InterruptedException {
    var sample = server.sample("policies");
    var alice = sample.signIn("alice", CLIENT);
    var admin = sample.signIn(ADMIN, CLIENT);
    assertThat(sample.get("admin/x").challenge()).isEqualTo("Bearer");
    assertThat(get(alice, "admin/x").status()).isEqualTo(403);
    assertThat(get(alice, "who/x").body()).isEqualTo("REQUEST by alice");
    assertThat(get(admin, "admin/x").body()).isEqualTo("REQUEST by " + ADMIN);

    database.stop();

    assertThat(RunCommand.within(30, () -> get(admin, "admin/x").status() == 503)).isTrue();
    assertThat(get(admin, "who/x").body()).isEqualTo("REQUEST by " + ADMIN);
    assertThat(get(alice, "admin/x").status()).isEqualTo(403);
  }
}
