package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("POST /revocation/revocations")
class RevocationsIT extends SampleTest {

  private RevocationsApi api() {
    return new RevocationsApi(sample);
  }

  private static String claim(Session session, String name) {
    return Tokens.claims(session.accessToken()).getString(name);
  }

  @Test
  void recordsARevocationOfOneToken() {
    var session = sample.signIn("alice");
    var other = sample.signIn("alice");
    var jti = claim(session, "jti");
    var answer =
        api()
            .record(
                sample.signIn("carol"),
                Map.of(
                    "scope",
                    "token",
                    "issuer",
                    claim(session, "iss"),
                    "value",
                    jti,
                    "reason",
                    "leaked"));

    assertThat(answer.status()).isEqualTo(200);
    var revocation = RevocationsApi.json(answer);
    assertThat(revocation.getString("scope")).isEqualTo("token");
    assertThat(revocation.getString("value")).isEqualTo(jti);
    assertThat(revocation.getString("reason")).isEqualTo("leaked");
    assertThat(revocation.getString("revokedBy")).startsWith("user ");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(other.me().status()).isEqualTo(200);
  }

  @Test
  void recordsARevocationOfOneFamily() {
    var session = sample.signIn("alice");
    var other = sample.signIn("alice");
    var family = claim(session, "origin_jti");
    assertThat(
            api()
                .record(
                    sample.signIn("carol"),
                    Map.of("scope", "family", "issuer", claim(session, "iss"), "value", family))
                .status())
        .isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(other.me().status()).isEqualTo(200);
  }

  @Test
  void recordsASignOutOfASubject() {
    var session = sample.signIn("alice");
    var other = sample.signIn("alice");
    var subject = claim(session, "sub");
    assertThat(
            api()
                .record(
                    sample.signIn("carol"),
                    Map.of("scope", "subject", "issuer", claim(session, "iss"), "value", subject))
                .status())
        .isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(other.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(sample.signIn("alice").me().status()).isEqualTo(200);
  }

  @Test
  void recordsWhatAClientWasGivenBeforeAnInstant() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var before = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    var answer =
        api()
            .record(
                sample.signIn("carol"),
                Map.of(
                    "scope",
                    "client",
                    "issuer",
                    claim(session, "iss"),
                    "value",
                    "samplebackend",
                    "issuedBefore",
                    before.toString()));

    assertThat(RevocationsApi.json(answer).getString("issuedBefore")).isEqualTo(before.toString());
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  void recordsWhatAnAccessKeyHasSigned() {
    var session = sample.signIn("alice");
    var body =
        Json.createObjectBuilder()
            .add("scope", "token")
            .add("issuer", claim(session, "iss"))
            .add("value", claim(session, "jti"))
            .build()
            .toString();
    var answer = SignedCall.toRevocations(sample, body, TestAccessKey.SAMPLE).send(sample);

    assertThat(RevocationsApi.json(answer).getString("revokedBy"))
        .isEqualTo("key " + TestAccessKey.SAMPLE.id());
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void recordsTheSameAgainWithoutAnyChange() {
    var session = sample.signIn("alice");
    var members =
        Map.of("scope", "token", "issuer", claim(session, "iss"), "value", claim(session, "jti"));
    var first = api().record(sample.signIn("carol"), members);
    assertThat(api().record(sample.signIn("carol"), members).body()).isEqualTo(first.body());
  }

  @Test
  void recordsWhatGetUserSeesAtOnce() {
    var session = sample.signIn("alice");
    api()
        .record(
            sample.signIn("carol"),
            Map.of(
                "scope", "token", "issuer", claim(session, "iss"), "value", claim(session, "jti")));
    var body = "{\"AccessToken\":\"" + session.accessToken() + "\"}";
    assertThat(sample.postToCognito("GetUser", body).body())
        .contains("Access Token has been revoked");
  }
}
