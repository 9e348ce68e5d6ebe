package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What no SDK would send to /cognito-idp")
class BadInputIT extends SampleTest {

  private static final String TYPE = "application/x-amz-json-1.1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "nonsense",
        "[]",
        "\"text\"",
        "{\"AccessToken\":12}",
        "{\"AccessToken\":{}}",
        "{\"AccessToken\":[\"a\"]}"
      })
  @Contract({"7.3 types", "7.3 not-json"})
  void isASerializationException(String body) {
    var answer = sample.postToCognito("GetUser", body);
    refused(answer, "SerializationException");
    assertThat(answer.body()).contains("\"Message\":");
  }

  @Test
  void isRefusedWhenItIsNestedTooDeeply() {
    refused(sample.postToCognito("GetUser", "[".repeat(200_000)), "SerializationException");
  }

  @Test
  void isRefusedWhenItIsTooLong() {
    var body = "{\"AccessToken\":\"" + "a".repeat(300_000) + "\"}";
    refused(sample.postToCognito("GetUser", body), "SerializationException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "{\"AccessToken\":\"\"}", "{\"AccessToken\":\"a b\"}"})
  void isAnInvalidParameter(String body) {
    refused(sample.postToCognito("GetUser", body), "InvalidParameterException");
  }

  @Test
  @Contract({"1.4 invalid", "7.3 all", "7.3 null", "7.3 pattern", "7.3 sensitive"})
  void isToldAllItsFaultsAtOnce() {
    var answer = sample.postToCognito("RevokeToken", "{\"ClientId\":\"\"}");
    refused(answer, "InvalidParameterException");
    assertThat(Tokens.json(answer.body()).getString("message"))
        .isEqualTo(
            "3 validation errors detected: Value null at 'token' failed to satisfy constraint:"
                + " Member must not be null; Value at 'clientId' failed to satisfy constraint:"
                + " Member must satisfy regular expression pattern: [\\w+]+; Value at 'clientId'"
                + " failed to satisfy constraint: Member must have length greater than or equal to"
                + " 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"USERNAME", "PASSWORD"})
  @Contract("6.1 missing-parameter")
  void lacksASignInParameter(String missing) {
    var present = missing.equals("USERNAME") ? "PASSWORD" : "USERNAME";
    var answer =
        sample.postToCognito(
            "InitiateAuth",
            "{\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":\"sampleweb\",\"AuthParameters\":{\""
                + present
                + "\":\"x\",\""
                + missing
                + "\":\"\"}}");
    refused(answer, "InvalidParameterException");
    assertThat(answer.body()).contains("Missing required parameter " + missing);
  }

  @Test
  void isAnUnknownFlow() {
    refused(
        sample.postToCognito("InitiateAuth", "{\"AuthFlow\":\"X\",\"ClientId\":\"sampleweb\"}"),
        "InvalidParameterException");
  }

  @Test
  @Contract("7.3 unknown-operation")
  void isAnUnknownOperation() {
    refused(sample.postToCognito("Nonsense", "{}"), "UnknownOperationException");
  }

  @Test
  void hasAnotherContentType() {
    var answer =
        sample.post(
            "cognito-idp",
            "{}",
            "Content-Type",
            "text/plain",
            "X-Amz-Target",
            "AWSCognitoIdentityProviderService.GetUser");
    refused(answer, "SerializationException");
  }

  @Test
  @Contract("7.3 not-understood")
  void isNoOperationAtAll() {
    for (var answer :
        new Answer[] {
          sample.get("cognito-idp"),
          sample.get("cognito-idp/nonsense"),
          sample.post("cognito-idp", "{}", "Content-Type", TYPE)
        }) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains("The server did not understand the operation");
    }
  }

  @Test
  @Contract("1.1 unsigned")
  void hasAnAuthorizationHeaderOfItsOwn() {
    var token = sample.signIn("alice").accessToken();
    var answer =
        sample.post(
            "cognito-idp/",
            "{\"AccessToken\":\"" + token + "\"}",
            "Content-Type",
            TYPE,
            "X-Amz-Target",
            "AWSCognitoIdentityProviderService.GetUser",
            "Authorization",
            "AWS4-HMAC-SHA256 nonsense");
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cognito-idp", "oauth2/revoke"})
  void isABodyThatEndsTooEarly(String path) throws IOException {
    var half = sample.postRaw(path, "Content-Length: 100", "{");
    assertThat(half).as("nobody may be left to answer").isIn("", "HTTP/1.1 400");
    var brokenChunk = sample.postRaw(path, "Transfer-Encoding: chunked", "1\r\n{\r\nZZ\r\n\r\n");
    assertThat(brokenChunk).startsWith("HTTP/1.1 4");
  }

  @Test
  void asksForADescriptionOfTheResources() {
    assertThat(sample.get("oauth2/application.wadl").status()).isEqualTo(404);
    assertThat(sample.get("cognito-idp/application.wadl").status()).isEqualTo(404);
  }

  @Test
  void isAHeaderThatNobodyReads() {
    var answer = sample.get("api/me", "X-Long", "x".repeat(100_000));
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("io.tokenrevocation");
  }

  private static void refused(Answer answer, String type) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Tokens.json(answer.body()).getString("__type")).isEqualTo(type);
    assertThat(answer.header("x-amzn-ErrorType")).isEqualTo(type + ":");
    assertThat(answer.body()).doesNotContain("io.tokenrevocation").doesNotContain("\tat ");
  }
}
