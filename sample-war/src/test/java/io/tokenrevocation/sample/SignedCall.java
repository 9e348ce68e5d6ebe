package io.tokenrevocation.sample;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * A call to an operation of Cognito's, signed by AWS's own signer and then sent by hand: as it is,
 * or with something changed.
 */
record SignedCall(String path, Map<String, String> headers, String body) {

  /** Nobody's fault: the call the tests spoil. */
  static final String SIGN_OUT = "{\"UserPoolId\":\"us-east-1_Sample001\",\"Username\":\"bob\"}";

  private static final String TARGET = "AWSCognitoIdentityProviderService.";

  /** Signs with the sample's key, for the address the sample is at. */
  static SignedCall to(Sample sample, String operation, String body) {
    return to(sample.at("cognito-idp"), operation, body, TestAccessKey.SAMPLE, Duration.ZERO);
  }

  /** Signs as a clock would that is off. */
  static SignedCall to(
      URI address, String operation, String body, TestAccessKey key, Duration clockOff) {
    return new SignedCall(
        "cognito-idp", sign(request(address, operation), body, key, clockOff), body);
  }

  /** Signs a recording of a revocation. */
  static SignedCall toRevocations(Sample sample, String body, TestAccessKey key) {
    return toJson(sample, RevocationsApi.PATH, body, key);
  }

  /** Signs a call of the authority's own API. */
  static SignedCall toJson(Sample sample, String path, String body, TestAccessKey key) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(sample.at(path))
            .putHeader("Content-Type", "application/json")
            .build();
    return new SignedCall(path, sign(request, body, key, Duration.ZERO), body);
  }

  /** Signs a question to the authority's own API. */
  static SignedCall toGet(Sample sample, String path, TestAccessKey key) {
    var request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(sample.at(path)).build();
    return new SignedCall(path, sign(request, "", key, Duration.ZERO), "");
  }

  private static Map<String, String> sign(
      SdkHttpRequest unsigned, String body, TestAccessKey key, Duration clockOff) {
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                request ->
                    request
                        .identity(key.credentials())
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromString(body, StandardCharsets.UTF_8))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cognito-idp")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(
                            AwsV4HttpSigner.SIGNING_CLOCK,
                            Clock.offset(Clock.systemUTC(), clockOff)));
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    signed.request().forEachHeader((name, values) -> headers.put(name, values.get(0)));
    headers.remove("Host"); // the HTTP client's own
    return headers;
  }

  private static SdkHttpRequest request(URI address, String operation) {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(address)
        .putHeader("Content-Type", "application/x-amz-json-1.1")
        .putHeader("X-Amz-Target", TARGET + operation)
        .build();
  }

  /** Sets a header, however the call was signed. */
  SignedCall with(String header, String value) {
    var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(headers);
    changed.put(header, value);
    return new SignedCall(path, changed, body);
  }

  SignedCall withOperation(String operation) {
    return with("X-Amz-Target", TARGET + operation);
  }

  SignedCall withBody(String other) {
    return new SignedCall(path, headers, other);
  }

  String authorization() {
    return headers.getOrDefault("Authorization", "");
  }

  Answer send(Sample sample) {
    return send(sample, List.of());
  }

  /** Sends it as a question. */
  Answer get(Sample sample) {
    var lines = new ArrayList<String>();
    headers.forEach((name, value) -> lines.addAll(List.of(name, value)));
    return sample.get(path, lines.toArray(String[]::new));
  }

  /** Sends it with further lines of header. */
  Answer send(Sample sample, List<String> more) {
    var lines = new ArrayList<String>();
    headers.forEach((name, value) -> lines.addAll(List.of(name, value)));
    lines.addAll(more);
    return sample.post(path, body, lines.toArray(String[]::new));
  }
}
