package io.tokenrevocation.filter;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Map;

/**
 * Makes {@code TokenAuthenticationMechanism} a bean if the administrator wants it.
 *
 * <p>The container asks which mechanism there is before there is a servlet context. The class is
 * known by its name only: it cannot be loaded on a server without Jakarta Security. It is added,
 * not found and vetoed, because Open Liberty counts a vetoed one, too. On Payara a bean that is
 * added sees no other beans of its jar, so it has none injected.
 */
public final class ContainerSecurity implements Extension {

  static final Setting<Boolean> AUTHENTICATION_MECHANISM =
      Setting.flag(
          "revocation.authentication-mechanism",
          false,
          "Whether the user of a token is the container's caller, too. Not in web.xml: there it is"
              + " read too late.");

  private static final ClassLoader LOADER = ContainerSecurity.class.getClassLoader();
  private static final String MECHANISM = "io.tokenrevocation.filter.TokenAuthenticationMechanism";

  /** Made by the CDI container. */
  public ContainerSecurity() {}

  void add(@Observes BeforeBeanDiscovery discovery) throws ClassNotFoundException {
    if (isOn()) {
      discovery
          .addAnnotatedType(Class.forName(MECHANISM, false, LOADER), MECHANISM)
          .add(ApplicationScoped.Literal.INSTANCE);
    }
  }

  /** Refuses settings of an application that the mechanism cannot do with. */
  static void check(Settings application) {
    if (application.get(AUTHENTICATION_MECHANISM) != isOn()) {
      throw tooLate();
    }
    if (isOn() && !application.isSet(PolicySettings.AUDIENCES)) {
      throw new InvalidSettingException(
          PolicySettings.AUDIENCES.key()
              + " is not set for the application, by whose settings "
              + AUTHENTICATION_MECHANISM.key()
              + " goes, but only for a filter, if at all");
    }
  }

  /** Refuses the setting among those of one filter. */
  static void check(Map<String, String> initParameters) {
    if (initParameters.containsKey(AUTHENTICATION_MECHANISM.key())) {
      throw tooLate();
    }
  }

  private static InvalidSettingException tooLate() {
    return new InvalidSettingException(
        AUTHENTICATION_MECHANISM.key()
            + " in web.xml is read too late: it must be in the system properties, the environment"
            + " or MicroProfile Config, for instance in the WAR's"
            + " META-INF/microprofile-config.properties");
  }

  private static boolean isOn() {
    return SettingsReader.readEarly(LOADER, AUTHENTICATION_MECHANISM);
  }
}
