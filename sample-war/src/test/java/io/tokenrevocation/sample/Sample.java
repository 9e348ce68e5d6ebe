package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** A running sample, reached as its users reach it: with the AWS SDK and over plain HTTP. */
final class Sample {

  static final String PASSWORD = "Sample-Passw0rd!";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI address;
  private final CognitoIdentityProviderClient cognito;

  Sample(URI address) {
    this.address = address.toString().endsWith("/") ? address : URI.create(address + "/");
    this.cognito =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(this.address.resolve("cognito-idp"))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  CognitoIdentityProviderClient cognito() {
    return cognito;
  }

  URI at(String path) {
    return address.resolve(path);
  }

  /** Signs in at the public client. */
  Session signIn(String username) {
    return signIn(username, TestClient.PUBLIC);
  }

  Session signIn(String username, TestClient client) {
    return new Session(this, client, username, authenticate(username, PASSWORD, client));
  }

  AuthenticationResultType authenticate(String username, String password, TestClient client) {
    var parameters = new HashMap<>(Map.of("USERNAME", username, "PASSWORD", password));
    client.secretHash(username).ifPresent(hash -> parameters.put("SECRET_HASH", hash));
    return cognito
        .initiateAuth(
            request ->
                request
                    .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                    .clientId(client.id())
                    .authParameters(parameters))
        .authenticationResult();
  }

  /** What a sign-in is answered with, which may be an error. */
  int signInStatus() {
    var body =
        "{\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"ClientId\":\"sampleweb\",\"AuthParameters\":"
            + "{\"USERNAME\":\"alice\",\"PASSWORD\":\""
            + PASSWORD
            + "\"}}";
    return postToCognito("InitiateAuth", body).status();
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends a request without a body. */
  Answer send(String method, String path, String... headers) {
    return send(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** Sends whatever there is. */
  Answer send(String method, String path, String body, List<String> headers) {
    var publisher = HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    return send(request(path, headers.toArray(String[]::new)).method(method, publisher));
  }

  /** Posts to the Cognito endpoint what no SDK would send. */
  Answer postToCognito(String operation, String body) {
    return post(
        "cognito-idp",
        body,
        "Content-Type",
        "application/x-amz-json-1.1",
        "X-Amz-Target",
        "AWSCognitoIdentityProviderService." + operation);
  }

  /**
   * Sends a body as it is and then no more, and returns what the server says first, if anything.
   */
  String postRaw(String path, String header, String body) throws IOException {
    var type = path.startsWith("oauth2") ? "x-www-form-urlencoded" : "x-amz-json-1.1";
    var lines =
        List.of(
            "POST " + at(path).getPath() + " HTTP/1.1",
            "Host: localhost",
            header,
            "Content-Type: application/" + type,
            "X-Amz-Target: AWSCognitoIdentityProviderService.GetUser",
            "",
            body);
    try (var socket = new Socket("localhost", address.getPort())) {
      socket
          .getOutputStream()
          .write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      var answer = socket.getInputStream().readNBytes("HTTP/1.1 400".length());
      return new String(answer, StandardCharsets.US_ASCII);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(at(path));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
