package io.tokenrevocation.sample;

/** A sign-in that nobody made with a password, and what can be done with it at any node. */
record SeededSession(String refreshToken, String accessToken) {

  private static final String CLIENT = TestClient.PUBLIC.id();

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
    return new OAuth(node.sample())
        .post("revoke", "client_id=" + CLIENT + "&token=" + refreshToken);
  }

  Answer signOutEverywhere(Node node) {
    return node.sample()
        .postToCognito("GlobalSignOut", "{\"AccessToken\":\"" + accessToken + "\"}");
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
