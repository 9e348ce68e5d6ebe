package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.filter.RevocationFilter;
import io.tokenrevocation.sample.bench.HelloServlet;
import io.tokenrevocation.sample.bench.IntrospectingFilter;
import io.tokenrevocation.sample.bench.QueryingFilter;
import io.tokenrevocation.sample.secured.MpJwtResource;
import io.tokenrevocation.sample.secured.MpJwtShopApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Puts load on one endpoint of a server, behind nothing and behind each filter in turn, with wrk,
 * which must be installed. Prints requests a second, and the ratio to the endpoint behind nothing.
 */
class ServerBench {

  private static final Path DIRECTORY = Path.of("target", "bench").toAbsolutePath();
  private static final int TOKENS = 1_000;
  private static final int ROUNDS = 3;
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final String MICROPROFILE = "MicroProfile JWT";
  private static final String OURS = "ours.lua";
  private static final String KEYCLOAKS = "keycloaks.lua";

  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  @Test
  void prints() throws IOException, InterruptedException {
    Files.createDirectories(DIRECTORY);
    try (var server = VariantServer.in(DIRECTORY);
        var keycloak = ForeignIssuer.started(ForeignIssuer.Kind.KEYCLOAK)) {
      start(server, keycloak);
      var plain = server.sample("plain");
      var session = plain.signIn("alice");
      script(OURS, () -> session.refresh().accessToken());
      script(KEYCLOAKS, keycloak::token);
      var endpoints =
          Map.of(
              "no authentication",
              plain.at("none/x"),
              "this filter",
              plain.at("ours/x"),
              "introspection for each request",
              plain.at("introspected/x"),
              "a query for each request",
              plain.at("queried/x"),
              MICROPROFILE,
              server.sample("container").at("none/x"));
      for (var round = 0; round <= ROUNDS; round++) { // the first one warms up
        for (var endpoint : endpoints.entrySet()) {
          // Payara's refuses tokens without a typ, as Cognito's are.
          var script = endpoint.getKey().equals(MICROPROFILE) ? KEYCLOAKS : OURS;
          var rate = load(endpoint.getValue().toString(), script, round == 0 ? 20 : 10);
          if (round > 0) {
            rates.computeIfAbsent(endpoint.getKey(), name -> new ArrayList<>()).add(rate);
          }
        }
      }
    }
    print();
  }

  private static void start(VariantServer server, ForeignIssuer keycloak)
      throws IOException, InterruptedException {
    var filter = RevocationFilter.class.getName();
    var webXml =
        WebXml.with(
            WebXml.filter(filter),
            WebXml.mapping(filter, "/api/*"),
            WebXml.mapping(filter, "/ours/*"));
    server.add(
        "plain", webXml, HelloServlet.class, IntrospectingFilter.class, QueryingFilter.class);
    server.add(
        "container",
        webXml,
        Map.of(
            "WEB-INF/classes/META-INF/microprofile-config.properties",
            "mp.jwt.verify.issuer="
                + keycloak.uri()
                + "\nmp.jwt.verify.publickey.location="
                + keycloak.keys()
                + "\n"),
        HelloServlet.class,
        MpJwtShopApplication.class,
        MpJwtResource.class);
    server.start("-XX:TieredStopAtLevel=4"); // the whole compiler, unlike the tests
  }

  /** Many tokens, each of them sent again and again. */
  private static void script(String name, Supplier<String> token) throws IOException {
    var lua = new StringBuilder("local tokens = {\n");
    for (var made = 0; made < TOKENS; made++) {
      lua.append('"').append(token.get()).append("\",\n");
    }
    lua.append(
        """
        }
        local at = 0
        function request()
          at = at % #tokens + 1
          return wrk.format("GET", nil, { Authorization = "Bearer " .. tokens[at] })
        end
        """);
    Files.writeString(DIRECTORY.resolve(name), lua);
  }

  private static double load(String url, String script, int seconds)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                "wrk", "-t1", "-c16", "-d" + seconds + "s", "-s", DIRECTORY + "/" + script, url)
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).as(url).doesNotContain("Non-2xx").doesNotContain("Socket errors");
    var rate = RATE.matcher(output);
    assertThat(rate.find()).as(output).isTrue();
    return Double.parseDouble(rate.group(1));
  }

  private void print() throws IOException {
    var none = median(rates.getOrDefault("no authentication", List.of()));
    var table =
        new StringBuilder("| in front | requests/s | ratio | rounds |\n|---|---|---|---|\n");
    rates.forEach(
        (name, all) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %s |%n",
                    name,
                    median(all),
                    median(all) / none,
                    all)));
    Files.writeString(DIRECTORY.resolve("server.md"), table);
    System.out.println(table);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
