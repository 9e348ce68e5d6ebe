package io.tokenrevocation.token;

import com.nimbusds.jose.JWSObject;
import io.tokenrevocation.Messages;
import java.io.IOException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The copy of Nimbus JOSE+JWT that the server really loaded.
 *
 * <p>Some servers bring one of their own and prefer it to the one in the WAR: GlassFish 7 has 9.47,
 * the oldest that our tests pass with. An older one is refused at start, and one that is not known
 * yet.
 */
public final class NimbusVersion {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\D.*)?");
  private static final String SUPPORTED = "9.47 or later, below 11";

  private NimbusVersion() {}

  /**
   * Checks the version that was loaded.
   *
   * @return what to log about it
   * @throws IllegalStateException if it is outside the supported range or cannot be told: let the
   *     deployment fail
   */
  public static String requireSupported() {
    var version = loaded();
    if (!isSupported(version)) {
      throw new IllegalStateException(
          Messages.NIMBUS_REFUSED.text(version == null ? "unknown" : version, origin(), SUPPORTED));
    }
    return Messages.NIMBUS_LOADED.text(version, origin());
  }

  static boolean isSupported(@Nullable String version) {
    var match = VERSION.matcher(version == null ? "" : version);
    if (!match.matches()) {
      return false;
    }
    return switch (match.group(1)) {
      case "9" -> Integer.parseInt(match.group(2)) >= 47;
      case "10" -> true;
      default -> false;
    };
  }

  private static @Nullable String loaded() {
    var fromManifest = JWSObject.class.getPackage().getImplementationVersion();
    return fromManifest != null ? fromManifest : fromMavenProperties();
  }

  /** A bundle's class loader may not carry the manifest's attributes over to the package. */
  private static @Nullable String fromMavenProperties() {
    var path = "/META-INF/maven/com.nimbusds/nimbus-jose-jwt/pom.properties";
    try (var stream = JWSObject.class.getResourceAsStream(path)) {
      if (stream == null) {
        return null;
      }
      var properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version");
    } catch (IOException e) {
      return null;
    }
  }

  private static String origin() {
    var source = JWSObject.class.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "the server"
        : source.getLocation().getPath().replaceFirst(".*/([^/]+\\.jar)[!/]*$", "$1");
  }
}
