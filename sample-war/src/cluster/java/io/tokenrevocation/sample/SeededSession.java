package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

/** A sign-in that nobody made with a password, and what can be done with it at any node. */
record SeededSession(String refreshToken, String accessToken) {

  private static final String CLIENT = TestClient.PUBLIC.id();

  /** The sign-in of a refresh token, with the access token that a node gives for it. */
  static SeededSession refreshed(Node node, String refreshToken) {
    var answer = refresh(node, refreshToken);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var tokens = Tokens.json(answer.body()).getJsonObject("AuthenticationResult");
    return new SeededSession(refreshToken, tokens.getString("AccessToken"));
  }

  /** Calls the protected resource. */
  Answer me(Node node) {
    return node.sample().get("api/me", "Authorization", "Bearer " + accessToken);
  }

  boolean isAcceptedBy(Node node) {
    return me(node).status() == 200;
  }

  /** Tells whether a node knows that it is revoked. */
  boolean isRefusedBy(Node node) {
    return me(node).challenge().equals(Answer.REVOKED);
  }

  Answer refresh(Node node) {
    return refresh(node, refreshToken);
  }

  Answer revoke(Node node) {
    return node.sample()
        .postToCognito(
            "RevokeToken", "{\"Token\":\"" + refreshToken + "\",\"ClientId\":\"" + CLIENT + "\"}");
  }

  Answer revokeOverOAuth(Node node) {
    return revokeOverOAuth(node, refreshToken);
  }

  Answer signOutEverywhere(Node node) {
    return node.sample()
        .postToCognito("GlobalSignOut", "{\"AccessToken\":\"" + accessToken + "\"}");
  }

  static Answer revokeOverOAuth(Node node, String refreshToken) {
    return new OAuth(node.sample())
        .post("revoke", "client_id=" + CLIENT + "&token=" + refreshToken);
  }

  static Answer refresh(Node node, String refreshToken) {
    return node.sample()
        .postToCognito(
            "InitiateAuth",
            "{\"AuthFlow\":\"REFRESH_TOKEN_AUTH\",\"ClientId\":\""
                + CLIENT
                + "\",\"AuthParameters\":{\"REFRESH_TOKEN\":\""
                + refreshToken
                + "\"}}");
  }
}
