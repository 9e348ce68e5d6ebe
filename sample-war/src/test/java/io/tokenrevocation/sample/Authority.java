package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

/** The authority's endpoints, with everybody's credentials. */
final class Authority {

  private static final String FORM = "application/x-www-form-urlencoded";

  private Authority() {}

  static void answersItsCallers(Sample sample) {
    answersClients(sample);
    answersSignedCalls(sample);
    answersUnsignedCalls(sample);
  }

  private static void answersClients(Sample sample) {
    var session = sample.signIn("alice", TestClient.CONFIDENTIAL);
    assertThat(session.me().status()).isEqualTo(200);

    assertThat(revoke(sample, session, new TestClient("samplebackend", "wrong")).body())
        .contains("\"error\":\"invalid_client\"");
    assertThat(session.me().status()).isEqualTo(200);
    assertThat(revoke(sample, session, TestClient.CONFIDENTIAL).status()).isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  private static Answer revoke(Sample sample, Session session, TestClient client) {
    return sample.post(
        "oauth2/revoke",
        "token=" + session.refreshToken(),
        "Content-Type",
        FORM,
        "Authorization",
        client.basic());
  }

  private static void answersSignedCalls(Sample sample) {
    var session = sample.signIn("bob");
    assertThat(session.me().status()).isEqualTo(200);
    var token = "{\"AccessToken\":\"" + session.accessToken() + "\"}";
    assertThat(SignedCall.to(sample, "GetUser", token).send(sample).status()).isEqualTo(200);
    assertThat(
            SignedCall.to(sample, "AdminUserGlobalSignOut", SignedCall.SIGN_OUT)
                .send(sample)
                .body())
        .isEqualTo("{}");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  private static void answersUnsignedCalls(Sample sample) {
    var session = sample.signIn("alice").refresh();
    assertThat(session.getUser()).isEqualTo("alice");
    session.signOutEverywhere();
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }
}
