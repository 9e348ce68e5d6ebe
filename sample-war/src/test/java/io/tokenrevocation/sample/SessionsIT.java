package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.SessionsApi.effect;
import static io.tokenrevocation.sample.SessionsApi.hit;
import static io.tokenrevocation.sample.SessionsApi.id;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An administrator, at /revocation/user-pools,")
class SessionsIT extends SampleTest {

  private SessionsApi carol;
  private Session session;
  private String subject;

  /** Other tests sign bob in, too. */
  @BeforeEach
  void signInOnce() {
    carol = SessionsApi.ofAdministrator(sample);
    subject = sample.signIn("bob").claim("sub");
    carol.inPool("users/" + subject + "/sign-out", "{}");
    session = sample.signIn("bob");
  }

  private List<String> liveIds() {
    return carol.all("user-pools/us-east-1_Sample001/users/" + subject + "/sessions", 100).stream()
        .map(each -> each.getString("id"))
        .toList();
  }

  private JsonObject get(Session of) {
    return Tokens.json(carol.inPool("sessions/" + id(of)).body());
  }

  @Test
  void seesTheUserPools() {
    var pools = Tokens.json(carol.get("user-pools").body()).getJsonArray("userPools");
    assertThat(pools)
        .singleElement()
        .satisfies(
            pool -> {
              assertThat(pool.asJsonObject().getString("id")).isEqualTo("us-east-1_Sample001");
              assertThat(pool.asJsonObject().getString("issuer")).isEqualTo(session.claim("iss"));
            });
  }

  @Test
  void findsAUserByNameAndBySubject() {
    var byName = carol.inPool("users/find", "{\"username\":\"bob\"}");
    var user = Tokens.json(byName.body());
    assertThat(user.getString("subject")).isEqualTo(subject);
    assertThat(user.getBoolean("enabled")).isTrue();
    assertThat(user.getJsonArray("groups")).hasToString("[\"editors\"]");
    var bySubject = carol.inPool("users/find", "{\"subject\":\"" + subject + "\"}");
    assertThat(bySubject.body()).isEqualTo(byName.body());
    RevocationsApi.assertProblem(
        carol.inPool("users/find", "{\"username\":\"nobody\"}"), 404, "unknown-user");
  }

  @Test
  void seesWhereASessionWasSignedInAndWhenItWasRefreshed() {
    var live = get(session);
    assertThat(live.getString("state")).isEqualTo("live");
    assertThat(live.getString("clientId")).isEqualTo("sampleweb");
    assertThat(live.getString("username")).isEqualTo("bob");
    assertThat(live.getString("address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    assertThat(live.getString("userAgent")).startsWith("aws-sdk-java/2");
    assertThat(Instant.parse(live.getString("expiresAt")))
        .isAfter(Instant.parse(live.getString("signedInAt")));
    session.refresh();
    assertThat(Instant.parse(get(session).getString("lastRefreshedAt")))
        .isAfterOrEqualTo(Instant.parse(live.getString("lastRefreshedAt")));
  }

  @Test
  void endsOneSessionWhoseNextRequestIsRefused() {
    var other = sample.signIn("bob");
    var end = "sessions/" + id(session) + "/end";
    assertThat(hit(carol.inPool(end, "{\"dryRun\":true}"))).isEqualTo(1);
    assertThat(session.me().status()).isEqualTo(200);

    var ended = effect(carol.inPool(end, "{\"reason\":\"laptop stolen\"}"));
    assertThat(ended)
        .hasToString(
            "{\"dryRun\":false,\"sessions\":1,"
                + "\"clients\":[{\"clientId\":\"sampleweb\",\"sessions\":1}]}");
    session.assertRevoked();
    assertThat(other.me().status()).isEqualTo(200);
    assertThat(get(session).getString("state")).isEqualTo("revoked");
    assertThat(get(session).containsKey("revokedAt")).isTrue();
    assertThat(liveIds()).containsExactly(id(other));
    assertThat(hit(carol.inPool(end, "{}"))).as("again").isZero();
  }

  @Test
  void endsAllOthersAndTheKeptOneGoesOn() {
    var backend = sample.signIn("bob", TestClient.CONFIDENTIAL);
    var third = sample.signIn("bob");
    var refreshed = session.refresh();
    var path = "users/" + subject + "/end-others";
    var keep = "{\"keep\":\"" + id(session) + "\"";
    assertThat(hit(carol.inPool(path, keep + ",\"dryRun\":true}"))).isEqualTo(2);
    assertThat(backend.me().status()).isEqualTo(200);

    assertThat(effect(carol.inPool(path, keep + "}")).getJsonArray("clients")).hasSize(2);
    backend.assertRevoked();
    third.assertRevoked();
    for (var kept : List.of(session, refreshed, session.refresh())) {
      assertThat(kept.me().status()).isEqualTo(200);
      assertThat(kept.getUser()).isEqualTo("bob");
    }
    assertThat(hit(carol.inPool(path, keep + "}"))).as("again").isZero();
    assertThat(liveIds()).containsExactly(id(session));
  }

  @Test
  void signsAUserOutEverywhere() {
    var other = sample.signIn("bob", TestClient.CONFIDENTIAL);
    var path = "users/" + subject + "/sign-out";
    assertThat(hit(carol.inPool(path, "{\"dryRun\":true}"))).isEqualTo(2);
    assertThat(session.me().status()).isEqualTo(200);
    assertThat(hit(carol.inPool(path, "{}"))).isEqualTo(2);
    session.assertRevoked();
    other.assertRevoked();
    assertThat(hit(carol.inPool(path, "{}"))).as("again").isZero();
    assertThat(sample.signIn("bob").me().status()).isEqualTo(200);
  }

  @Test
  void isToldWhatARevocationWouldHit() {
    var body =
        "{\"scope\":\"subject\",\"issuer\":\"%s\",\"value\":\"%s\",\"dryRun\":true}"
            .formatted(session.claim("iss"), subject);
    assertThat(effect(carol.post("revocations", body)))
        .hasToString(
            "{\"dryRun\":true,\"sessions\":1,"
                + "\"clients\":[{\"clientId\":\"sampleweb\",\"sessions\":1}]}");
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  void readsTwoHundredAndFiftySessionsPageByPage() {
    IntStream.range(0, 249).forEach(each -> assertThat(signInStatus()).isEqualTo(200));
    var path = "user-pools/us-east-1_Sample001/users/" + subject + "/sessions";
    var all = carol.all(path, 40);
    assertThat(all).extracting(each -> each.getString("id")).hasSize(250).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(each -> Instant.parse(each.getString("signedInAt")))
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(carol.all(path, 200)).isEqualTo(all);
    assertThat(hit(carol.inPool("users/" + subject + "/sign-out", "{}"))).isEqualTo(250);
    assertThat(carol.all(path, 200)).isEmpty();
  }

  private int signInStatus() {
    return sample
        .postToCognito(
            "InitiateAuth",
            "{\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":\"sampleweb\",\"AuthParameters\":"
                + "{\"USERNAME\":\"bob\",\"PASSWORD\":\""
                + Sample.PASSWORD
                + "\"}}")
        .status();
  }

  @Test
  void listsTheSigningKeysWithTheirAge() {
    var keys = Tokens.json(carol.inPool("signing-keys").body()).getJsonArray("keys");
    assertThat(keys)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            key ->
                assertThat(Instant.parse(key.asJsonObject().getString("createdAt")))
                    .isBefore(Instant.now()));
  }

  @Test
  void mayUseAnAccessKey() {
    var path = SessionsApi.POOL + "users/" + subject + "/sessions";
    var listed = SignedCall.toGet(sample, path + "?limit=1", TestAccessKey.SAMPLE).get(sample);
    assertThat(listed.status()).as(listed.toString()).isEqualTo(200);
    var end = SessionsApi.POOL + "sessions/" + id(session) + "/end";
    assertThat(hit(SignedCall.toJson(sample, end, "{}", TestAccessKey.SAMPLE).send(sample)))
        .isEqualTo(1);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void findsTheDescriptionOfTheApi() {
    var answer = sample.get("revocation/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(Tokens.json(answer.body()).getString("openapi")).isEqualTo("3.0.3");
  }
}
