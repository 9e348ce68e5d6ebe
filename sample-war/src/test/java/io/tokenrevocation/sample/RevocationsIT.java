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

  /** Revokes something of the issuer of a session. */
  private Answer record(Session session, Map<String, String> members) {
    return new RevocationsApi(sample).recordOf(session.claim("iss"), members);
  }

  @Test
  void recordsARevocationOfOneToken() {
    var session = sample.signIn("alice");
    var other = sample.signIn("alice");
    var jti = session.claim("jti");
    var answer = record(session, Map.of("scope", "token", "value", jti, "reason", "leaked"));

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
    var family = session.claim("origin_jti");
    var answer = record(session, Map.of("scope", "family", "value", family));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(other.me().status()).isEqualTo(200);
  }

  @Test
  void recordsASignOutOfASubject() {
    var session = sample.signIn("alice");
    var other = sample.signIn("alice");
    var subject = session.claim("sub");
    var answer = record(session, Map.of("scope", "subject", "value", subject));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(other.me().challenge()).isEqualTo(Answer.REVOKED);
    assertThat(sample.signIn("alice").me().status()).isEqualTo(200);
  }

  @Test
  void recordsWhatAClientWasGivenBeforeAnInstant() {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    var before = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    var members =
        Map.of("scope", "client", "value", "samplebackend", "issuedBefore", before.toString());
    var answer = record(session, members);

    assertThat(RevocationsApi.json(answer).getString("issuedBefore")).isEqualTo(before.toString());
    assertThat(session.me().status()).isEqualTo(200);
  }

  @Test
  void recordsWhatAnAccessKeyHasSigned() {
    var session = sample.signIn("alice");
    var body =
        Json.createObjectBuilder()
            .add("scope", "token")
            .add("issuer", session.claim("iss"))
            .add("value", session.claim("jti"))
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
    var members = Map.of("scope", "token", "value", session.claim("jti"));
    var first = record(session, members);
    assertThat(record(session, members).body()).isEqualTo(first.body());
  }

  @Test
  void recordsWhatGetUserSeesAtOnce() {
    var session = sample.signIn("alice");
    record(session, Map.of("scope", "token", "value", session.claim("jti")));
    var body = "{\"AccessToken\":\"" + session.accessToken() + "\"}";
    assertThat(sample.postToCognito("GetUser", body).body())
        .contains("Access Token has been revoked");
  }
}
