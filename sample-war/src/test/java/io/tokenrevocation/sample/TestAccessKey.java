package io.tokenrevocation.sample;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** An access key, and what AWS's own clients do with it. */
record TestAccessKey(String id, String secret) {

  static final TestAccessKey SAMPLE =
      new TestAccessKey("AKIASAMPLE0000000001", "sample+secret+access+key+for+development");

  TestAccessKey withSecret(String other) {
    return new TestAccessKey(id, other);
  }

  AwsBasicCredentials credentials() {
    return AwsBasicCredentials.create(id, secret);
  }

  /** The SDK, which signs what its model says must be signed. */
  CognitoIdentityProviderClient cognito(Sample sample) {
    return CognitoIdentityProviderClient.builder()
        .endpointOverride(sample.at("cognito-idp"))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials()))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  void signOut(Sample sample, String poolId, String username) {
    try (var cognito = cognito(sample)) {
      cognito.adminUserGlobalSignOut(request -> request.userPoolId(poolId).username(username));
    }
  }
}
