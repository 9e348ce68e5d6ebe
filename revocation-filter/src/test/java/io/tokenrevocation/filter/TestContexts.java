package io.tokenrevocation.filter;

import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Web applications with context parameters, and the settings that are read from them. */
final class TestContexts {

  private TestContexts() {}

  /** Settings for the audience of the test tokens; each pair of texts sets another key. */
  static Settings settings(String... keysAndValues) {
    var parameters = new HashMap<String, String>();
    parameters.put("revocation.audiences", "shop, api");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      parameters.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return SettingsReader.read(withParameters(parameters));
  }

  static ServletContext withParameters(Map<String, String> parameters) {
    return context(parameters, Map.of());
  }

  /** An application with one filter. */
  static ServletContext withFilter(String className, Collection<String> urlPatterns) {
    var registration =
        proxy(
            FilterRegistration.class,
            Map.of("getClassName", className, "getUrlPatternMappings", urlPatterns));
    return context(Map.of(), Map.of("named by the application", registration));
  }

  private static ServletContext context(
      Map<String, String> parameters, Map<String, FilterRegistration> filters) {
    return (ServletContext)
        Proxy.newProxyInstance(
            TestContexts.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getInitParameter" -> parameters.get((String) arguments[0]);
                  case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                  case "getClassLoader" -> TestContexts.class.getClassLoader();
                  case "getFilterRegistrations" -> filters;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            TestContexts.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
