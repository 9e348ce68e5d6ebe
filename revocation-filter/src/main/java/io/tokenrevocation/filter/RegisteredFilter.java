package io.tokenrevocation.filter;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Optional;

/** Looks for the filter among those a web application has registered. */
final class RegisteredFilter {

  static final String NAME = RevocationFilter.class.getName();
  static final String EVERYTHING = "/*";

  private RegisteredFilter() {}

  static Optional<FilterRegistration> find(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .map(FilterRegistration.class::cast)
        .filter(registration -> NAME.equals(registration.getClassName()))
        .findFirst();
  }

  static boolean coversEverything(FilterRegistration registration) {
    return registration.getUrlPatternMappings().contains(EVERYTHING);
  }
}
