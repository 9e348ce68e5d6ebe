package io.tokenrevocation.settings;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config, which is not on every Jakarta EE server: only this class names it. */
final class MicroProfileConfig {

  private MicroProfileConfig() {}

  static Optional<SettingSource> find(ClassLoader application, Environment environment) {
    try {
      Config config = ConfigProvider.getConfig(application);
      return Optional.of(
          new KeyedSource(
              "MicroProfile Config",
              key -> config.getOptionalValue(key, String.class).orElse(null),
              () -> environment.notHere(config.getPropertyNames())));
    } catch (NoClassDefFoundError | IllegalStateException absent) {
      return Optional.empty(); // no API, or an API without an implementation
    }
  }
}
