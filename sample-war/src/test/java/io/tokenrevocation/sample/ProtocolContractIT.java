package io.tokenrevocation.sample;

import static io.tokenrevocation.sample.ContractCase.answered;
import static io.tokenrevocation.sample.ContractCase.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("7: the protocol's envelope, on the wire")
@Contract({"6.2 errors", "6.3 errors", "7.1 body", "7.1 headers", "7.2 client", "7.4 answers"})
class ProtocolContractIT extends SampleTest {

  private static final String INVALID = "InvalidParameterException";
  private static final String SERIALIZATION = "SerializationException";
  private static final String START = "{\"AuthFlow\":\"CUSTOM_AUTH\",\"ClientId\":\"sampleweb\",";
  private static final String STRUCTURE = "Start of structure or map found where not expected.";

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsCognito(ContractCase expected) {
    expected.check(sample);
  }

  static ContractCase[] cases() {
    return new ContractCase[] {
      refused(
          "7.3 null",
          INVALID,
          "2 validation errors detected: Value null at 'authFlow' failed to satisfy constraint:"
              + " Member must not be null; Value null at 'clientId' failed to satisfy constraint:"
              + " Member must not be null",
          s -> s.postToCognito("InitiateAuth", "{}")),
      refused(
          "7.3 null",
          INVALID,
          "1 validation error detected: Value null at 'accessToken' failed to satisfy constraint:"
              + " Member must not be null",
          s -> s.postToCognito("GetUser", "")),
      refused(
          "7.3 whole",
          INVALID,
          "1 validation error detected: Value at 'clientId' failed to satisfy constraint: Member"
              + " must satisfy regular expression pattern: [\\w+]+",
          s -> s.postToCognito("RevokeToken", "{\"Token\":\"a\",\"ClientId\":\" sampleweb\"}")),
      refused(
          "7.3 whole",
          INVALID,
          "1 validation error detected: Value 'us-east-1' at 'userPoolId' failed to satisfy"
              + " constraint: Member must satisfy regular expression pattern:"
              + " [\\w-]+_[0-9a-zA-Z]+",
          s -> signed(s, "ListUserPoolClients", "{\"UserPoolId\":\"us-east-1\"}")),
      refused(
          "7.3 unused",
          INVALID,
          "1 validation error detected: Value at 'session' failed to satisfy constraint: Member"
              + " must have length greater than or equal to 20",
          s -> initiate(s, "\"Session\":\"short\"")),
      refused(
          "7.3 unused",
          SERIALIZATION,
          "Expected map or null",
          s -> initiate(s, "\"ClientMetadata\":\"text\"")),
      refused(
          "7.3 types",
          SERIALIZATION,
          "Expected map or null",
          s -> initiate(s, "\"AuthParameters\":[]")),
      refused("7.3 types", SERIALIZATION, STRUCTURE, s -> initiate(s, "\"Session\":{}")),
      refused(
          "7.3 types",
          SERIALIZATION,
          STRUCTURE,
          s -> initiate(s, "\"UserContextData\":{\"IpAddress\":{}}")),
      refused(
          "7.3 types",
          SERIALIZATION,
          "Expected null",
          s -> initiate(s, "\"AnalyticsMetadata\":\"text\"")),
      refused("7.3 not-json", SERIALIZATION, STRUCTURE, s -> s.postToCognito("GetUser", "[]")),
      refused(
          "7.3 not-json",
          SERIALIZATION,
          "The request body is not valid JSON",
          s -> s.postToCognito("GetUser", "{")),
      refused(
          "7.3 unknown-operation",
          "UnknownOperationException",
          "Unknown operation.",
          s -> s.postToCognito("AdminDeleteUser", "{}")),
      answered(
          "6.4 request-id",
          "\\{\"UserAttributes\":\\[\\{\"Name\":\"sub\",\"Value\":\"[0-9a-f-]{36}\"}],"
              + "\"Username\":\"alice\"}",
          s ->
              s.postToCognito(
                  "GetUser",
                  "\uFEFF{\"AccessToken\":\"" + s.signIn("alice").accessToken() + "\"}")),
    };
  }

  @Test
  @Contract("7.4 preflight")
  void answersAPreflight() {
    var answer =
        send(
            HttpRequest.newBuilder(sample.at("cognito-idp"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-amz-target")
                .header("Origin", "https://app.example"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("content-type,x-amz-target");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("POST");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("172800");
    assertThat(answer.header("x-amzn-RequestId")).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
  @Contract("7.3 not-understood")
  void understandsNoOtherMethod(String method) {
    notUnderstood(
        send(
            HttpRequest.newBuilder(sample.at("cognito-idp"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService.GetUser")));
  }

  @Test
  @Contract("7.3 not-understood")
  void understandsNoOtherPath() {
    notUnderstood(sample.post("cognito-idp/authorize", "{}"));
  }

  private static void notUnderstood(Answer answer) {
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            "{\"code\":\"BadRequest\",\"message\":\"The server did not understand the operation"
                + " that was requested.\",\"type\":\"client\"}");
  }

  private static Answer initiate(Sample sample, String members) {
    return sample.postToCognito("InitiateAuth", START + members + "}");
  }

  private static Answer signed(Sample sample, String operation, String body) {
    return SignedCall.to(sample, operation, body).send(sample);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
