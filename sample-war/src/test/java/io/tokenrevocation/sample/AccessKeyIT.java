package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;

@DisplayName("With several access keys, behind a proxy")
class AccessKeyIT {

  private static final String POOL = "us-east-1_Sample001";
  private static final String PREFIX = "revocation.access-key.";

  private static final TestAccessKey SIGN_OUT = key("SIGN-OUT");
  private static final TestAccessKey READ_ONLY = key("READ-ONLY");
  private static final TestAccessKey ALL_POOLS = key("ALL-POOLS");
  private static final TestAccessKey NO_POOL = key("NO-POOL");
  private static final TestAccessKey NOTHING = key("NOTHING");

  private static final Map<String, String> SETTINGS =
      Map.of(
          PREFIX + "SIGN-OUT.operations", "DescribeUserPoolClient, AdminUserGlobalSignOut",
          PREFIX + "SIGN-OUT.pools", "us-east-1_Other0001, " + POOL,
          PREFIX + "READ-ONLY.operations", "DescribeUserPoolClient",
          PREFIX + "READ-ONLY.pools", "any",
          PREFIX + "ALL-POOLS.operations", "any",
          PREFIX + "ALL-POOLS.pools", "any",
          PREFIX + "NO-POOL.operations", "any");

  private static VariantServer server;
  private static Sample sample;

  private static TestAccessKey key(String id) {
    return new TestAccessKey(id, "secret+of+the+key+" + id);
  }

  @BeforeAll
  static void deploy() throws IOException, InterruptedException {
    server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "access-keys"))
            .add("keys", AccessKeyIT::withKeys)
            .start();
    sample = server.sample("keys");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String withKeys(String xml) {
    var parameters = new StringBuilder();
    for (var key : new TestAccessKey[] {SIGN_OUT, READ_ONLY, ALL_POOLS, NO_POOL, NOTHING}) {
      parameters.append(parameter(PREFIX + key.id() + ".secret", key.secret()));
    }
    SETTINGS.forEach((name, value) -> parameters.append(parameter(name, value)));
    return xml.replace("</web-app>", parameters + "</web-app>")
        .replace(
            "<param-value>AKIASAMPLE0000000001<",
            "<param-value>AKIASAMPLE0000000001, SIGN-OUT, READ-ONLY, ALL-POOLS, NO-POOL, NOTHING<")
        .replace("http://localhost:8080/cognito-idp", "https://auth.example.com/login/cognito-idp");
  }

  private static String parameter(String name, String value) {
    return "<context-param><param-name>"
        + name
        + "</param-name><param-value>"
        + value
        + "</param-value></context-param>";
  }

  private static void denied(TestAccessKey key, String resource) {
    assertThatExceptionOfType(CognitoIdentityProviderException.class)
        .isThrownBy(() -> key.signOut(sample, POOL, "alice"))
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "User: "
                          + key.id()
                          + " is not authorized to perform: cognito-idp:AdminUserGlobalSignOut on"
                          + " resource: "
                          + resource);
            });
  }

  @Test
  void theOneThatIsAllowedItSignsAUserOut() {
    var session = sample.signIn("alice");
    SIGN_OUT.signOut(sample, POOL, "alice");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  @Contract({"3.2 unknown-pool", "4.2 unknown-pool"})
  void theOneThatIsAllowedEverythingIsToldThatAPoolDoesNotExist() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> ALL_POOLS.signOut(sample, "us-east-1_Other0001", "alice"))
        .satisfies(
            e ->
                assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("User pool us-east-1_Other0001 does not exist."));
    assertThatCode(() -> ALL_POOLS.signOut(sample, POOL, "bob")).doesNotThrowAnyException();
  }

  @Test
  @Contract("7.5 denied")
  void theOneThatIsAllowedAnotherOperationIsDenied() {
    denied(READ_ONLY, "*");
  }

  @Test
  void theOneThatIsAllowedNothingIsDeniedBeforeItsBodyIsLookedAt() {
    denied(NOTHING, "*");
    var call =
        SignedCall.to(
            sample.at("cognito-idp"), "AdminUserGlobalSignOut", "[", NOTHING, Duration.ZERO);
    assertThat(call.send(sample).body()).contains("AccessDeniedException");
  }

  @Test
  void theOneThatIsAllowedNoPoolIsDeniedOnAny() {
    denied(NO_POOL, POOL);
  }

  @Test
  void aCallSentToTheProxyIsVerifiedAsItWasSentThere() {
    var session = sample.signIn("carol");
    var call =
        SignedCall.to(
            URI.create("https://auth.example.com/login/cognito-idp"),
            "AdminUserGlobalSignOut",
            "{\"UserPoolId\":\"" + POOL + "\",\"Username\":\"carol\"}",
            SIGN_OUT,
            Duration.ZERO);
    assertThat(call.send(sample).body()).isEqualTo("{}");
    assertThat(session.me().challenge()).isEqualTo(Answer.REVOKED);
  }
}
