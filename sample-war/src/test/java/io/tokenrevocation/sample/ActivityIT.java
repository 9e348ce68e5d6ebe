package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  private static final String SECOND = ActivityServer.SECOND;

  @TempDir private static Path directory;

  private static ActivityServer server;
  private static Sample sample;
  private static ActivityApi api;

  @BeforeAll
  static void deploy() throws IOException, InterruptedException, SQLException {
    server = ActivityServer.start("activity", directory);
    sample = server.sample();
    api = server.api();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
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
      sample.signIn("alice", TestClient.CONFIDENTIAL);
      assertThat(recorded("client", issuer, TestClient.CONFIDENTIAL.id()).getInt("sessions"))
          .isPositive();
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
}
