package io.tokenrevocation.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as a web application has registered it; ours unless a test says otherwise. */
final class TestFilter {

  private final String name;
  private String className = RevocationFilter.class.getName();
  private final Map<String, String> initParameters = new HashMap<>();
  private final List<String> urlPatterns = new ArrayList<>();
  private final List<String> servletNames = new ArrayList<>();
  private final List<Mapping> added = new ArrayList<>();

  private TestFilter(String name) {
    this.name = name;
  }

  static TestFilter named(String name) {
    return new TestFilter(name);
  }

  TestFilter ofClass(String value) {
    className = value;
    return this;
  }

  TestFilter parameter(String key, String value) {
    initParameters.put(key, value);
    return this;
  }

  TestFilter mappedTo(String... patterns) {
    urlPatterns.addAll(List.of(patterns));
    return this;
  }

  TestFilter mappedToServlet(String servletName) {
    servletNames.add(servletName);
    return this;
  }

  String name() {
    return name;
  }

  /** What was mapped beyond what was declared, in order. */
  List<Mapping> added() {
    return List.copyOf(added);
  }

  FilterRegistration.Dynamic registration() {
    return (FilterRegistration.Dynamic)
        Proxy.newProxyInstance(
            TestFilter.class.getClassLoader(),
            new Class<?>[] {FilterRegistration.Dynamic.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getName" -> name;
                  case "getClassName" -> className;
                  case "getInitParameters" -> initParameters;
                  case "getUrlPatternMappings" -> urlPatterns;
                  case "getServletNameMappings" -> servletNames;
                  case "setAsyncSupported" -> null;
                  case "addMappingForUrlPatterns" -> add(arguments, urlPatterns);
                  case "addMappingForServletNames" -> add(arguments, servletNames);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @SuppressWarnings("unchecked")
  private @Nullable Object add(Object[] arguments, List<String> mappings) {
    var targets = List.of((String[]) arguments[2]);
    mappings.addAll(targets);
    added.add(
        new Mapping(
            List.copyOf((Collection<DispatcherType>) arguments[0]),
            (boolean) arguments[1],
            targets));
    return null;
  }

  /** One mapping that was added to a filter. */
  record Mapping(List<DispatcherType> dispatches, boolean last, List<String> targets) {}
}
