package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes on one database, which was made under an encryption key that they do not know. */
@DisplayName("POST /revocation/user-pools/{id}/signing-keys, after the encryption key was changed")
class SigningKeysIT {

  private static final String KEY = "revocation.encryption-key";
  private static final String PREVIOUS = "revocation.previous-encryption-keys";
  private static final String OLD_KEY = "c2FtcGxlLWVuY3J5cHRpb24ta2V5LWRvLW5vdC11c2U=";
  private static final String NEW_KEY = "YW5vdGhlci1zYW1wbGUta2V5LWRvLW5vdC11c2UtaXQ=";

  @TempDir private static Path directory;

  private static Server database;
  private static VariantServer server;
  private static Sample node;
  private static Sample other;
  private static Session ofBefore;
  private static int acceptedMeanwhile;
  private static int acceptedAfterwards;

  @BeforeAll
  static void changeTheEncryptionKey() throws Exception {
    database =
        Server.createTcpServer("-tcpPort", Integer.toString(RunCommand.freePort()), "-ifNotExists")
            .start();
    try (var first = prepared("before").add("node", keys(OLD_KEY, "none")).start()) {
      ofBefore = first.sample("node").signIn("bob", TestClient.CONFIDENTIAL);
    }
    try (var second = prepared("meanwhile").add("node", keys(NEW_KEY, OLD_KEY)).start()) {
      assertThat(RunCommand.within(60, () -> says(second, "REV0224"))).isTrue();
      acceptedMeanwhile = at(second.sample("node"), ofBefore).me().status();
    }
    server =
        prepared("after").add("node", keys(NEW_KEY, "none")).add("other", keys(NEW_KEY, "none"));
    server.start();
    node = server.sample("node");
    other = server.sample("other");
    acceptedAfterwards = at(node, ofBefore).me().status();
  }

  private static VariantServer prepared(String phase) throws IOException {
    return VariantServer.in(Path.of(System.getProperty("it.data"), "signing-keys-" + phase))
        .withDatabase(
            "jdbc:h2:tcp://localhost:"
                + database.getPort()
                + "/"
                + directory.resolve("authority")
                + ";WRITE_DELAY=0");
  }

  private static UnaryOperator<String> keys(String present, String previous) {
    var parameters =
        WebXml.with(WebXml.parameter(KEY, present), WebXml.parameter(PREVIOUS, previous));
    return xml -> parameters.apply(WebXml.without(KEY).apply(xml));
  }

  private static boolean says(VariantServer running, String id) {
    return running.log().contains(id);
  }

  /** A session of another node, or of another run. */
  private static Session at(Sample sample, Session session) {
    return new Session(sample, session.client(), session.username(), session.tokens());
  }

  @AfterAll
  static void stop() {
    server.close();
    database.stop();
  }

  @Test
  void acceptsWhatWasIssuedBeforeTheEncryptionKeyWasChanged() {
    assertThat(acceptedMeanwhile).isEqualTo(200);
    assertThat(acceptedAfterwards).isEqualTo(200);
    assertThat(at(other, ofBefore).refresh().me().status()).isEqualTo(200);
  }

  @Test
  void knowsTheSecretOfAClientOfBefore() {
    var session = node.signIn("alice", TestClient.CONFIDENTIAL);
    session.revoke();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void publishesTheNextKeyOnEveryNodeBeforeItSigns() throws Exception {
    var answer = new SigningKeysApi(node).post("{}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    var next = SigningKeysApi.next(answer);
    assertThat(next).hasSize(1);
    var signsFrom = Instant.parse(next.get(0).getString("signsFrom"));
    assertThat(Duration.between(Instant.now(), signsFrom))
        .isBetween(Duration.ofMinutes(170), Duration.ofHours(3));

    var keyId = next.get(0).getString("kid");
    for (var each : new Sample[] {node, other}) {
      assertThat(RunCommand.within(20, () -> publishes(each, keyId))).isTrue();
    }
    var token = node.signIn("alice").accessToken();
    assertThat(SigningKeysApi.keyId(token)).isNotEqualTo(keyId);
    assertThat(new SigningKeysApi(node).verifies(token)).isTrue();
  }

  @Test
  void answersTheSameAgain() {
    var once = new SigningKeysApi(node).post("{}");
    assertThat(new SigningKeysApi(other).post("{}").body()).isEqualTo(once.body());
    var carol = node.signIn("carol");
    assertThat(new SigningKeysApi(node).post(carol, SigningKeysApi.PATH, "{}").body())
        .isEqualTo(once.body());
  }

  @Test
  void refusesEverywhereWhatACompromisedKeyHasSigned() throws Exception {
    var session = node.signIn("alice");
    var stolen = SigningKeysApi.keyId(session.accessToken());
    var answer = new SigningKeysApi(node).replace(stolen);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(stolen);
    assertThat(session.me().status()).as("at once where it was asked for").isEqualTo(401);
    var elsewhere = at(other, session);
    assertThat(RunCommand.within(20, () -> elsewhere.me().status() == 401)).isTrue();
    assertThat(publishes(other, stolen)).isFalse();
    assertThat(new SigningKeysApi(node).verifies(session.accessToken())).isFalse();
    assertThat(server.log()).contains("REV0222", stolen, "on a lost laptop");
  }

  @Test
  void signsAtOnceWithAnotherKeyThanACompromisedOne() throws Exception {
    var session = node.signIn("alice");
    var stolen = SigningKeysApi.keyId(session.accessToken());
    var once = new SigningKeysApi(node).replace(stolen);

    var refreshed = session.refresh();
    assertThat(SigningKeysApi.keyId(refreshed.accessToken())).isNotEqualTo(stolen);
    assertThat(refreshed.me().status()).isEqualTo(200);
    var elsewhere = at(other, refreshed);
    assertThat(RunCommand.within(20, () -> elsewhere.me().status() == 200)).isTrue();
    assertThat(new SigningKeysApi(node).verifies(refreshed.accessToken())).isTrue();
    assertThat(new SigningKeysApi(node).replace(stolen).body()).isEqualTo(once.body());
  }

  @Test
  void refusesACallerWhoIsNoAdministrator() {
    var answer = new SigningKeysApi(other).post(other.signIn("alice"), SigningKeysApi.PATH, "{}");
    RevocationsApi.assertProblem(answer, 403, "forbidden");
    var nobody = other.post(SigningKeysApi.PATH, "{}", "Content-Type", "application/json");
    RevocationsApi.assertProblem(nobody, 401, "unauthenticated");
  }

  @Test
  void refusesAPoolThatThereIsNot() {
    var path = SigningKeysApi.PATH.replace("Sample001", "Nobody");
    var carol = other.signIn("carol");
    RevocationsApi.assertProblem(
        new SigningKeysApi(other).post(carol, path, "{}"), 404, "unknown-user-pool");
    var signed = SignedCall.toJson(other, path, "{}", TestAccessKey.SAMPLE).send(other);
    RevocationsApi.assertProblem(signed, 403, "forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"compromised\":[]}",
        "{\"compromised\":null}",
        "{\"compromised\":\"x\"}",
        "{\"compromised\":[\"x\"]}",
        "{\"compromised\":[1]}",
        "{\"compromized\":[]}",
        "{\"reason\":1}",
        "{\"reason\":\"a\\nb\"}"
      })
  void refusesARequestWithAMemberThatIsNone(String body) {
    RevocationsApi.assertProblem(new SigningKeysApi(other).post(body), 400, "invalid-member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null"})
  void refusesARequestWhoseBodyIsNoObject(String body) {
    RevocationsApi.assertProblem(new SigningKeysApi(other).post(body), 400, "invalid-body");
  }

  private static boolean publishes(Sample sample, String keyId) {
    try {
      return new SigningKeysApi(sample).published().getKeyByKeyId(keyId) != null;
    } catch (ParseException e) {
      return false;
    }
  }
}
