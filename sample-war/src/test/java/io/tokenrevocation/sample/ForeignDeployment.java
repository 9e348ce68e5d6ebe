package io.tokenrevocation.sample;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The sample with the issuers that the README configures, and with one that comes late. */
record ForeignDeployment(
    ForeignIssuer keycloak, ForeignIssuer partner, ForeignIssuer late, VariantServer server)
    implements AutoCloseable {

  static ForeignDeployment start() throws IOException, InterruptedException {
    var keycloak = ForeignIssuer.started(ForeignIssuer.Kind.KEYCLOAK);
    var partner = ForeignIssuer.started(ForeignIssuer.Kind.PARTNER);
    var late = ForeignIssuer.stopped(ForeignIssuer.Kind.KEYCLOAK);
    var configuration =
        Stream.of(
                Readme.recipe("keycloak").replace("keycloak, partner", "keycloak, partner, late"),
                WebXml.parameters(properties(Readme.recipe("partner"))),
                WebXml.parameters(
                    Map.of(
                        "revocation.issuer.late.uri", late.uri(),
                        "revocation.issuer.late.profile", "keycloak",
                        "revocation.issuer.late.audiences", "any")))
            .map(xml -> xml.replace("https://sso.example.com/realms/shop", keycloak.uri()))
            .map(xml -> xml.replace("https://login.partner.example/", partner.uri()))
            .toArray(String[]::new);
    var server =
        VariantServer.in(Path.of(System.getProperty("it.data"), "foreign"))
            .add("shop", WebXml.with(configuration))
            .start();
    return new ForeignDeployment(keycloak, partner, late, server);
  }

  Sample sample() {
    return server.sample("shop");
  }

  /** Calls the protected resource. */
  Answer me(String token) {
    return sample().get("api/me", "Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    server.close();
    List.of(keycloak, partner, late).forEach(ForeignIssuer::close);
  }

  private static Properties properties(String text) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
