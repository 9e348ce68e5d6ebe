package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.TestClient.CONFIDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The OAuth endpoints with revocation.client-secret-post, and a second user pool")
class OAuthVariantIT {

  private static final String SECRET_IN_FORM =
      "&client_id=" + CONFIDENTIAL.id() + "&client_secret=" + CONFIDENTIAL.secret();
  private static final String OTHER_POOL = "us-east-1_Sample002";

  private static VariantServer server;

  private Sample sample;
  private OAuth oauth;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    var pools = "us-east-1_Sample001</param-value>";
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "oauth"))
            .add(
                "post",
                xml ->
                    WebXml.with(WebXml.parameter("revocation.client-secret-post", "true"))
                        .apply(
                            xml.replace(
                                pools, "us-east-1_Sample001, " + OTHER_POOL + "</param-value>")))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reachTheVariant() {
    sample = server.sample("post");
    oauth = new OAuth(sample);
  }

  @Test
  void revokeWithTheSecretInTheForm() {
    var session = sample.signIn("alice", CONFIDENTIAL);
    var form = "token=" + session.refreshToken() + SECRET_IN_FORM;
    assertThat(oauth.post("revoke", form).status()).isEqualTo(200);
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void introspectWithTheSecretInTheForm() {
    var form = "token=" + sample.signIn("alice").accessToken() + SECRET_IN_FORM;
    assertThat(oauth.post("introspect", form).body()).contains("\"active\":true");
  }

  @Test
  void sayInTheDiscoveryDocumentThatTheyDo() {
    var discovered = "cognito-idp/us-east-1_Sample001/.well-known/openid-configuration";
    assertThat(sample.get(discovered).body())
        .contains(
            "\"introspection_endpoint_auth_methods_supported\":"
                + "[\"client_secret_basic\",\"client_secret_post\"]",
            "\"revocation_endpoint_auth_methods_supported\":"
                + "[\"client_secret_basic\",\"none\",\"client_secret_post\"]");
  }

  @Test
  @DisplayName("RFC 6749, 2.3: not more than one authentication method in each request")
  void takeNoSecretInBothPlaces() {
    var answer = oauth.postAs(CONFIDENTIAL, "introspect", "token=x" + SECRET_IN_FORM);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(OAuth.error(answer)).isEqualTo("invalid_request");
  }

  @Test
  void takeNoWrongSecret() {
    var form = "token=x&client_id=samplebackend&client_secret=wrong";
    assertThat(oauth.post("revoke", form).status()).isEqualTo(401);
    assertThat(oauth.post("introspect", form).status()).isEqualTo(401);
  }

  @Test
  void sayNothingOfATokenOfAnotherPool() {
    var other =
        new Administrator(sample)
            .createForPasswords(request -> request.userPoolId(OTHER_POOL).generateSecret(true));
    var session = sample.signIn("alice");
    assertThat(oauth.postAs(other, "introspect", "token=" + session.accessToken()).body())
        .isEqualTo("{\"active\":false}");
    assertThat(oauth.postAs(other, "introspect", "token=" + session.refreshToken()).body())
        .isEqualTo("{\"active\":false}");
    var there = sample.signIn("alice", other);
    assertThat(oauth.postAs(other, "introspect", "token=" + there.accessToken()).body())
        .contains("\"active\":true", OTHER_POOL);
  }
}
