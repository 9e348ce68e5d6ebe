package io.tokenrevocation.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Keycloak of its own, with the realm that docs/issuers.md makes. */
final class Keycloak implements AutoCloseable {

  private static final Path HOME = Path.of(System.getProperty("it.keycloak"));
  private static final Path DOCUMENTATION = Path.of("..", "docs", "issuers.md");
  private static final Pattern REALM = Pattern.compile("```\n(kcadm\\(\\).*?)```", Pattern.DOTALL);
  private static final String CLIENT = "shop-web";
  private static final long PATIENCE_SECONDS = 180;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final int port;
  private final Process process;

  private Keycloak(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.process =
        bash(
            "server.log",
            "rm -rf data && exec bin/kc.sh start-dev --http-host=127.0.0.1 --http-port=" + port);
  }

  /**
   * Starts it, and makes the realm.
   *
   * @param directory for its output
   */
  static Keycloak start(Path directory) throws IOException, InterruptedException {
    var keycloak = new Keycloak(Files.createDirectories(directory), RunCommand.freePort());
    try {
      if (!RunCommand.within(PATIENCE_SECONDS, keycloak::isReady)) {
        throw new IllegalStateException("not ready: " + keycloak.output("server.log"));
      }
      keycloak.makeRealm();
      return keycloak;
    } catch (IOException | InterruptedException | RuntimeException e) {
      keycloak.close();
      throw e;
    }
  }

  private void makeRealm() throws IOException, InterruptedException {
    var documentation = REALM.matcher(Files.readString(DOCUMENTATION));
    if (!documentation.find()) {
      throw new IllegalStateException("no realm in " + DOCUMENTATION);
    }
    var script = documentation.group(1).replace("8180", Integer.toString(port));
    if (bash("realm.log", "set -e\n" + script).waitFor() != 0) {
      throw new IllegalStateException("no realm: " + output("realm.log"));
    }
  }

  private Process bash(String log, String script) throws IOException {
    var builder =
        new ProcessBuilder("bash", "-c", script)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(log).toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin",
                "JAVA_HOME", System.getProperty("java.home")));
    return builder.start();
  }

  private String output(String log) throws IOException {
    return Files.readString(directory.resolve(log));
  }

  private boolean isReady() {
    try {
      return status(HttpRequest.newBuilder(at("/realms/master")).build()) == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  String issuer() {
    return at("/realms/shop").toString();
  }

  /** Signs alice in. */
  JsonObject signIn() {
    return tokens(
        Map.of(
            "grant_type", "password",
            "scope", "openid",
            "username", "alice",
            "password", Sample.PASSWORD));
  }

  JsonObject refresh(JsonObject tokens) {
    return tokens(
        Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token")));
  }

  /** Ends the session at Keycloak. */
  void logOut(JsonObject tokens) {
    var answer = post("logout", Map.of("refresh_token", tokens.getString("refresh_token")));
    if (answer.statusCode() != 204) {
      throw new IllegalStateException("not logged out: " + answer.body());
    }
  }

  /** Whether Keycloak itself still accepts an access token. */
  boolean accepts(JsonObject tokens) {
    return status(
            HttpRequest.newBuilder(at("/realms/shop/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + tokens.getString("access_token"))
                .build())
        == 200;
  }

  private JsonObject tokens(Map<String, String> form) {
    var answer = post("token", form);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("no tokens: " + answer.body());
    }
    return Tokens.json(answer.body());
  }

  private HttpResponse<String> post(String endpoint, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&", "client_id=" + CLIENT + "&", ""));
    return send(
        HttpRequest.newBuilder(at("/realms/shop/protocol/openid-connect/" + endpoint))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private int status(HttpRequest request) {
    return send(request).statusCode();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** With the JVM that the script has started, should it not be the script itself any more. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
