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
 * <p>Some servers bring one of their own and prefer it to the one in the WAR. Below 10.0.2 a deeply
 * nested token can exhaust the stack (CVE-2025-53864), so such a copy is refused at start.
 */
public final class NimbusVersion {

  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\D.*)?");
  private static final String SUPPORTED = "10.0.2 or later, below 11";

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
    if (!match.matches() || !"10".equals(match.group(1))) {
      return false;
    }
    var patch = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
    return Integer.parseInt(match.group(2)) > 0 || patch >= 2;
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
