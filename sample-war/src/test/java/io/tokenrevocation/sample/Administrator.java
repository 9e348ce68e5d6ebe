package io.tokenrevocation.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** An administrator of the sample's user pool, who signs requests with the sample's access key. */
final class Administrator {

  static final String POOL = "us-east-1_Sample001";

  private final Recorder answers = new Recorder();
  private final CognitoIdentityProviderClient cognito;

  Administrator(Sample sample) {
    this.cognito =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(sample.at("cognito-idp"))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(TestAccessKey.SAMPLE.credentials()))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(options -> options.addExecutionInterceptor(answers))
            .build();
  }

  UserPoolClientType create(Consumer<CreateUserPoolClientRequest.Builder> settings) {
    return cognito
        .createUserPoolClient(
            request -> settings.accept(request.userPoolId(POOL).clientName("made by a test")))
        .userPoolClient();
  }

  UserPoolClientType create(CreateUserPoolClientRequest request) {
    return cognito.createUserPoolClient(request).userPoolClient();
  }

  /** Creates a client at which users can sign in with their password and refresh. */
  TestClient createForPasswords(Consumer<CreateUserPoolClientRequest.Builder> settings) {
    var created =
        create(
            request ->
                settings.accept(
                    request.explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                        ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)));
    return new TestClient(created.clientId(), created.clientSecret());
  }

  UserPoolClientType describe(String clientId) {
    return cognito
        .describeUserPoolClient(request -> request.userPoolId(POOL).clientId(clientId))
        .userPoolClient();
  }

  UserPoolClientType update(
      String clientId, Consumer<UpdateUserPoolClientRequest.Builder> settings) {
    return cognito
        .updateUserPoolClient(
            request -> settings.accept(request.userPoolId(POOL).clientId(clientId)))
        .userPoolClient();
  }

  /** Switches token revocation of a client for passwords, and leaves the rest as it was made. */
  void enableTokenRevocation(TestClient client, boolean on) {
    update(
        client.id(),
        request ->
            request
                .enableTokenRevocation(on)
                .explicitAuthFlows(
                    ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                    ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH));
  }

  void delete(String clientId) {
    cognito.deleteUserPoolClient(request -> request.userPoolId(POOL).clientId(clientId));
  }

  ListUserPoolClientsResponse list(Consumer<ListUserPoolClientsRequest.Builder> settings) {
    return cognito.listUserPoolClients(request -> settings.accept(request.userPoolId(POOL)));
  }

  /** The body of the last answer, byte by byte. */
  String lastBody() {
    return new String(answers.body, StandardCharsets.UTF_8);
  }

  /** Keeps the bytes that the SDK is about to make sense of. */
  private static final class Recorder implements ExecutionInterceptor {

    private volatile byte[] body = new byte[0];

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
        Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
      var content = context.responseBody();
      try {
        body = content.isPresent() ? content.get().readAllBytes() : new byte[0];
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return content.map(read -> new ByteArrayInputStream(body));
    }
  }
}
