package io.tokenrevocation;

import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.enterprise.inject.Instance;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Settings as an application gets them, from the context parameters of a web.xml. */
public final class TestSettings {

  private TestSettings() {}

  /** All that must be set, and these. */
  public static Settings with(Map<String, String> more) {
    var parameters = new HashMap<String, String>();
    parameters.put("revocation.audiences", "any");
    parameters.put("revocation.user-pools", "eu-west-1_TestPool1");
    parameters.put("revocation.endpoint", "https://authority.example/cognito-idp");
    parameters.put("revocation.encryption-key", Base64.getEncoder().encodeToString(new byte[32]));
    parameters.putAll(more);
    return SettingsReader.read(context(parameters));
  }

  /** The same as CDI hands them to those who wait for them. */
  @SuppressWarnings("unchecked")
  public static Instance<Settings> instanceWith(Map<String, String> more) {
    var settings = with(more);
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

  private static ServletContext context(Map<String, String> parameters) {
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
