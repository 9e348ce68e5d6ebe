package io.tokenrevocation.jpa;

import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.enterprise.inject.Instance;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;

/** Settings as an application gets them, from the context parameters of a web.xml. */
final class TestSettings {

  private TestSettings() {}

  @SuppressWarnings("unchecked")
  static Instance<Settings> withDataSource(String jndiName) {
    var settings = SettingsReader.read(context(jndiName));
    return (Instance<Settings>)
        Proxy.newProxyInstance(
            TestSettings.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("get")) {
                return settings;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static ServletContext context(String jndiName) {
    var parameters =
        Map.of(
            "revocation.data-source", jndiName,
            "revocation.audiences", "any",
            "revocation.user-pools", "eu-west-1_TestPool1",
            "revocation.endpoint", "https://authority.example/cognito-idp",
            "revocation.encryption-key", Base64.getEncoder().encodeToString(new byte[32]));
    return (ServletContext)
        Proxy.newProxyInstance(
            TestSettings.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getInitParameter" -> parameters.get(arguments[0].toString());
                  case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                  case "getClassLoader" -> TestSettings.class.getClassLoader();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
