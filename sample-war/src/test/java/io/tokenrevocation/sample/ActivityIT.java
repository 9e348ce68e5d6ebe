package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.WebXml.parameter;
import static io.tokenrevocation.sample.WebXml.with;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;

@DisplayName("GET /revocation/activity")
class ActivityIT {

  private static final String SECOND = "us-east-1_Second002";
  private static final int SEEDED = 50_000;

  @TempDir private static Path directory;

  @SuppressWarnings("NullAway.Init") // before all tests
  private static Server database;

  private static int port;
  private static String url;
  private static VariantServer server;
  private static Sample sample;
  private static ActivityApi api;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException, SQLException {
    port = RunCommand.freePort();
    startDatabase();
    url =
        "jdbc:h2:tcp://localhost:" + port + "/" + directory.resolve("authority") + ";WRITE_DELAY=0";
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "activity"))
            .withDatabase(url)
            .add("activity", ActivityIT::withTwoPools)
            .start();
    sample = server.started("activity");
    api = new ActivityApi(sample.signIn("carol"));
  }

  private static void startDatabase() throws SQLException {
    database = Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists").start();
  }

  private static String withTwoPools(String xml) {
    var lasting = with(parameter("revocation.audit-retention", "P36500D")).apply(xml);
    return lasting
        .replace(
            "<param-name>revocation.user-pools</param-name>\n    <param-value>us-east-1_Sample001",
            "<param-name>revocation.user-pools</param-name>\n"
                + "    <param-value>us-east-1_Sample001, "
                + SECOND)
        .replace(
            "pools</param-name>\n    <param-value>us-east-1_Sample001<",
            "pools</param-name>\n    <param-value>any<");
  }

  @AfterAll
  static void stop() {
    server.close();
    database.stop();
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "sample", "sample");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String carol() {
    return "user " + api.administrator().claim("sub");
  }

  private static JsonObject only(String... parameters) {
    var found = api.entries(parameters);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static void assertEntry(JsonObject entry, String action, String by, String reason) {
    assertThat(entry.getString("action")).isEqualTo(action);
    assertThat(entry.getString("outcome")).isEqualTo("done");
    assertThat(entry.getString("by")).isEqualTo(by);
    assertThat(entry.getString("reason", "")).isEqualTo(reason);
    assertThat(entry.getString("from")).isEqualTo("127.0.0.1");
    assertThat(Instant.parse(entry.getString("at")))
        .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(10));
  }

  private static void assertRefused(JsonObject entry, String operation, String by, String reason) {
    assertThat(entry.getString("action")).isEqualTo(operation);
    assertThat(entry.getString("outcome")).isEqualTo("refused");
    assertThat(entry.getString("by")).isEqualTo(by);
    assertThat(entry.getString("reason")).startsWith(reason);
    assertThat(entry.getString("from")).isEqualTo("127.0.0.1");
  }

  private static Answer record(Session by, String scope, String issuer, String value) {
    return new RevocationsApi(sample)
        .record(
            by, Map.of("scope", scope, "issuer", issuer, "value", value, "reason", "on a whim"));
  }

  private static JsonObject recorded(String scope, String issuer, String value) {
    assertThat(record(api.administrator(), scope, issuer, value).status()).isEqualTo(200);
    var entry = only("about", value, "action", "revoke");
    assertEntry(entry, "revoke", carol(), "on a whim");
    assertThat(entry.getString("scope")).isEqualTo(scope);
    assertThat(entry.getString("issuer")).isEqualTo(issuer);
    assertThat(entry.getString("userPool")).isEqualTo(Administrator.POOL);
    return entry;
  }

  @Nested
  class TellsOf {

    @Test
    void aRefreshTokenThatWasRevoked() {
      var session = sample.signIn("alice");
      session.revoke();
      session.revoke();
      var entry = only("about", session.claim("origin_jti"));
      assertEntry(entry, "revoke", "client sampleweb", "");
      assertThat(entry.getString("scope")).isEqualTo("family");
      assertThat(entry.getInt("sessions")).isEqualTo(1);
    }

    @Test
    void whatAnAdministratorRevokes() {
      var session = sample.signIn("alice");
      var issuer = session.claim("iss");
      assertThat(recorded("token", issuer, session.claim("jti")).getInt("sessions")).isZero();
      assertThat(recorded("family", issuer, session.claim("origin_jti")).getInt("sessions"))
          .isEqualTo(1);
      assertThat(recorded("client", issuer, UUID.randomUUID().toString()))
          .doesNotContainKey("sessions");
    }

    @Test
    void aUserWhoWasSignedOutByThemselvesOrByAnAdministrator() {
      var session = sample.signIn("bob");
      sample.signIn("bob");
      session.signOutEverywhere();
      var own = api.entries("about", session.claim("sub")).get(0);
      assertEntry(own, "sign-out", "user " + session.claim("sub"), "");
      assertThat(own.getString("scope")).isEqualTo("subject");
      assertThat(own.getInt("sessions")).isGreaterThanOrEqualTo(2);
      TestAccessKey.SAMPLE.signOut(sample, Administrator.POOL, "bob");
      var others = api.entries("about", session.claim("sub")).get(0);
      assertEntry(others, "sign-out", "key " + TestAccessKey.SAMPLE.id(), "");
      assertThat(others.getInt("sessions")).isZero();
    }

    @Test
    void aRefreshTokenThatWasUsedAgain() {
      var rotating = RotatingClient.make(sample, 0);
      var session = rotating.signIn();
      rotating.refresh(session);
      for (var times = 0; times < 3; times++) {
        assertThat(rotating.send(session.refreshToken()).status()).isEqualTo(400);
      }
      var entry = only("about", session.claim("origin_jti"));
      assertEntry(entry, "reuse", "client " + rotating.client().id(), "refresh token reuse");
      assertThat(entry.getInt("sessions")).isZero();
    }

    @Test
    void whatIsDoneToAppClients() {
      var administrator = new Administrator(sample);
      var client = administrator.create(request -> request.generateSecret(true));
      administrator.update(client.clientId(), request -> request.clientName("another"));
      administrator.describe(client.clientId());
      administrator.delete(client.clientId());
      var entries = api.entries("about", client.clientId());
      assertThat(entries)
          .extracting(entry -> entry.getString("action"))
          .containsExactly("client-deleted", "secret-shown", "client-changed", "client-created");
      for (var entry : entries) {
        assertEntry(entry, entry.getString("action"), "key " + TestAccessKey.SAMPLE.id(), "");
        assertThat(entry.getString("scope")).isEqualTo("client");
      }
    }

    @Test
    void keysThatWereRotatedAndReplaced() {
      var keys = new SigningKeysApi(sample);
      var next = SigningKeysApi.next(keys.post("{\"reason\":\"as planned\"}")).get(0);
      var keyId = next.getString("kid");
      assertThat(keys.replace(keyId).status()).isEqualTo(200);
      var by = "key " + TestAccessKey.SAMPLE.id();
      var rotated = api.entries("action", "keys-rotated").get(0);
      assertEntry(rotated, "keys-rotated", by, "as planned");
      assertThat(rotated.getString("value")).contains(keyId);
      var replaced = api.entries("action", "keys-replaced").get(0);
      assertEntry(replaced, "keys-replaced", by, "on a lost laptop");
      assertThat(replaced.getString("value")).isEqualTo(keyId);
    }

    @Test
    void whatWasRefusedToSomebodyKnown() {
      var alice = sample.signIn("alice");
      var by = "user " + alice.claim("sub");
      assertThat(record(alice, "family", alice.claim("iss"), "x").status()).isEqualTo(403);
      assertRefused(
          api.entries("by", by, "outcome", "refused").get(0),
          "RecordRevocation",
          by,
          "forbidden: The user is not in the group");
      record(api.administrator(), "family", alice.claim("iss"), "x");
      assertRefused(
          api.entries("by", carol(), "outcome", "refused", "action", "RecordRevocation").get(0),
          "RecordRevocation",
          carol(),
          "unknown-family");
      SignedCall.to(sample, "AdminUserGlobalSignOut", SignedCall.SIGN_OUT.replace("bob", "nobody"))
          .send(sample);
      var key = "key " + TestAccessKey.SAMPLE.id();
      assertRefused(
          api.entries("by", key, "outcome", "refused").get(0),
          "AdminUserGlobalSignOut",
          key,
          "UserNotFoundException");
    }

    @Test
    void nothingOfWhoDoesNotSayWhoTheyAre() {
      var before = api.all("outcome", "refused").size();
      sample.get(ActivityApi.PATH);
      sample.get(ActivityApi.PATH, "Authorization", "Bearer nonsense");
      new RevocationsApi(sample).post("{}");
      SignedCall.to(sample, "AdminUserGlobalSignOut", SignedCall.SIGN_OUT)
          .with("Authorization", "AWS4-HMAC-SHA256 nonsense")
          .send(sample);
      assertThat(api.all("outcome", "refused")).hasSize(before);
    }
  }

  @Test
  void holdsNoTokenNoSecretAndNoPassword() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var client = new Administrator(sample).create(request -> request.generateSecret(true));
    new Administrator(sample).describe(client.clientId());
    record(api.administrator(), "token", session.claim("iss"), session.claim("jti"));
    record(sample.signIn("bob"), "family", session.claim("iss"), session.refreshToken());
    record(api.administrator(), "family", session.claim("iss"), session.refreshToken());
    session.refresh().revoke();
    var export = String.join("\n", api.export());
    assertThat(export).contains(session.claim("origin_jti"), client.clientId());
    for (var secret :
        List.of(
            session.accessToken(),
            session.tokens().idToken(),
            session.refreshToken(),
            api.administrator().accessToken(),
            String.valueOf(TestClient.CONFIDENTIAL.secret()),
            client.clientSecret(),
            TestAccessKey.SAMPLE.secret(),
            Sample.PASSWORD)) {
      assertThat(export).doesNotContain(secret);
    }
    assertThat(export).doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}");
  }

  @Test
  void tellsTheAdministratorsOfAPoolOfThatPoolOnly() {
    var key = TestAccessKey.SAMPLE.cognito(sample);
    var made =
        key.createUserPoolClient(
                request ->
                    request
                        .userPoolId(SECOND)
                        .clientName("of the second")
                        .explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH))
            .userPoolClient();
    sample.signIn("alice").revoke();
    var second = new ActivityApi(sample.signIn("carol", new TestClient(made.clientId(), null)));
    assertThat(second.all())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.getString("userPool")).isEqualTo(SECOND));
    assertThat(second.export()).hasSameSizeAs(second.all());
    assertThat(second.get(ActivityApi.PATH, "userPool", Administrator.POOL).status())
        .isEqualTo(403);
    assertThat(second.get(ActivityApi.PATH, "userPool", SECOND).status()).isEqualTo(200);
    assertThat(api.all("userPool", SECOND)).hasSameSizeAs(second.all("userPool", SECOND));
  }

  @Test
  void refusesWhoeverMayNotSeeIt() {
    assertThat(sample.get(ActivityApi.PATH).status()).isEqualTo(401);
    var alice = new ActivityApi(sample.signIn("alice"));
    for (var path : List.of("", "/counts", "/export")) {
      RevocationsApi.assertProblem(alice.get(ActivityApi.PATH + path), 403, "forbidden");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, 201",
    "limit, many",
    "after, nonsense",
    "from, yesterday",
    "to, +999999999-12-31T23:59:59Z",
    "by, a\u0000b",
  })
  void refusesAParameterThatMeansNothing(String name, String value) {
    RevocationsApi.assertProblem(api.get(ActivityApi.PATH, name, value), 400, "invalid-parameter");
  }

  @Nested
  class OfFiftyThousandEntries {

    private static final String SEED =
        "insert into revocation_audit (done_at, action, outcome, done_by, pool_id, scope, revoked)"
            + " select dateadd(second, x / 10, timestamp with time zone '2020-01-01 00:00:00+00'),"
            + " 'revoke', 'done', 'seed', 'us-east-1_Sample001', 'token', 'seed-' || x"
            + " from system_range(1, "
            + SEEDED
            + ") where not exists (select 1 from revocation_audit where done_by = 'seed')";

    @Test
    void findsEachOnceOnItsWayThroughThePages() throws SQLException {
      seed();
      var all = api.all("by", "seed");
      assertThat(all).hasSize(SEEDED);
      var numbers = all.stream().map(entry -> entry.getJsonNumber("number").longValue()).toList();
      assertThat(numbers).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
      assertThat(all.get(0).getString("value")).isEqualTo("seed-" + SEEDED);
      assertThat(all.get(SEEDED - 1).getString("value")).isEqualTo("seed-1");
    }

    @Test
    void exportsThemOldestFirst() throws SQLException {
      seed();
      var answer = api.get(ActivityApi.PATH + "/export", "by", "seed");
      assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      var lines = answer.body().lines().toList();
      assertThat(lines).hasSize(SEEDED);
      assertThat(Tokens.json(lines.get(0)).getString("value")).isEqualTo("seed-1");
      assertThat(Tokens.json(lines.get(SEEDED - 1)).getString("value")).isEqualTo("seed-" + SEEDED);
    }

    @Test
    void countsThemForAPlot() throws SQLException {
      seed();
      var counted =
          Tokens.json(
              api.get(
                      ActivityApi.PATH + "/counts",
                      "by",
                      "seed",
                      "from",
                      "2020-01-01T00:00:00Z",
                      "to",
                      "2020-01-01T01:40:00Z",
                      "buckets",
                      "10")
                  .body());
      var counts = new ArrayList<Integer>();
      counted
          .getJsonArray("counts")
          .getValuesAs(JsonNumber.class)
          .forEach(n -> counts.add(n.intValue()));
      assertThat(counts)
          .containsExactly(5_999, 6_000, 6_000, 6_000, 6_000, 6_000, 6_000, 6_000, 2_001, 0);
    }

    /** Once; entries of 2020 are kept, as the retention is set here. */
    private static void seed() throws SQLException {
      execute(SEED);
    }
  }

  @Nested
  class WhileTheDatabaseIsDown {

    @Test
    void saysThatItIsNotKnown() throws Exception {
      database.stop();
      try {
        for (var path :
            List.of(
                ActivityApi.PATH,
                ActivityApi.PATH + "/counts",
                ActivityApi.PATH + "/export",
                "revocation/nodes")) {
          var answer = api.get(path);
          RevocationsApi.assertProblem(answer, 503, "unavailable");
          assertThat(answer.header("Retry-After")).isNotEmpty();
        }
      } finally {
        startDatabase();
      }
      assertThat(RunCommand.within(60, () -> api.get(ActivityApi.PATH).status() == 200)).isTrue();
    }
  }
}
