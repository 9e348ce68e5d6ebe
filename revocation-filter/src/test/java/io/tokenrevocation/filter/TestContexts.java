package io.tokenrevocation.filter;

import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Web applications with context parameters and filters, and the settings read from them. */
public final class TestContexts {

  private static final String AUDIENCES = "shop, api";

  private TestContexts() {}

  /** Settings for the audience of the test tokens; each pair of texts sets another key. */
  public static Settings settings(String... keysAndValues) {
    return ofFilter(Map.of(), keysAndValues);
  }

  /** The same, of a filter called "orders" that has init parameters of its own. */
  static Settings ofFilter(Map<String, String> initParameters, String... keysAndValues) {
    return SettingsReader.read(withParameters(parameters(keysAndValues)), "orders", initParameters);
  }

  static ServletContext withParameters(Map<String, String> parameters) {
    return context(parameters, List.of());
  }

  /** An application for the audience of the test tokens; a filter that it adds is in the list. */
  static ServletContext with(List<TestFilter> filters, String... keysAndValues) {
    return context(parameters(keysAndValues), filters);
  }

  static ServletContext withoutParameters(List<TestFilter> filters) {
    return context(Map.of(), filters);
  }

  private static Map<String, String> parameters(String... keysAndValues) {
    var parameters = new HashMap<String, String>();
    parameters.put("revocation.audiences", AUDIENCES);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      parameters.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return parameters;
  }

  private static ServletContext context(Map<String, String> parameters, List<TestFilter> filters) {
    var attributes = new HashMap<Object, Object>();
    return (ServletContext)
        Proxy.newProxyInstance(
            TestContexts.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getInitParameter" -> parameters.get((String) arguments[0]);
                  case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                  case "getClassLoader" -> TestContexts.class.getClassLoader();
                  case "getFilterRegistrations" -> registrations(filters);
                  case "addFilter" -> add(filters, (String) arguments[0]);
                  case "addListener", "addServlet", "getServletRegistration" -> null;
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Map<String, FilterRegistration> registrations(List<TestFilter> filters) {
    var registrations = new LinkedHashMap<String, FilterRegistration>();
    filters.forEach(filter -> registrations.put(filter.name(), filter.registration()));
    return registrations;
  }

  /** Null if the name is taken, as a servlet container has it. */
  private static FilterRegistration.@Nullable Dynamic add(List<TestFilter> filters, String name) {
    if (registrations(filters).containsKey(name)) {
      return null;
    }
    var added = TestFilter.named(name);
    filters.add(added);
    return added.registration();
  }
}
