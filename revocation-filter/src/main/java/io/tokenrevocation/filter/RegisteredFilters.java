package io.tokenrevocation.filter;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The filters of our class that a web application has registered, under whatever names.
 *
 * @param all those that are not mapped to anything included
 */
record RegisteredFilters(List<FilterRegistration> all) {

  static final String CLASS = RevocationFilter.class.getName();

  static RegisteredFilters in(ServletContext context) {
    return new RegisteredFilters(
        context.getFilterRegistrations().values().stream()
            .map(FilterRegistration.class::cast)
            .filter(registration -> CLASS.equals(registration.getClassName()))
            .toList());
  }

  /** Those that some request may pass. */
  List<FilterRegistration> mapped() {
    return all.stream().filter(RegisteredFilters::isMapped).toList();
  }

  static boolean isMapped(FilterRegistration filter) {
    return !urlPatterns(filter).isEmpty() || !servletNames(filter).isEmpty();
  }

  /** Open Liberty says null where the API says there is none. */
  static Collection<String> urlPatterns(FilterRegistration filter) {
    return Objects.requireNonNullElse(filter.getUrlPatternMappings(), List.of());
  }

  static Collection<String> servletNames(FilterRegistration filter) {
    return Objects.requireNonNullElse(filter.getServletNameMappings(), List.of());
  }

  /** Returns what is wrong if some request under one of the patterns need not pass a filter. */
  Optional<String> gap(List<PathPattern> required) {
    var patterns = urlPatterns();
    if (patterns.areAmbiguous()) {
      return Optional.of(
          "the filter is mapped to /, which some servers take for the start page alone: map it to"
              + " /*");
    }
    return required.stream()
        .filter(path -> !patterns.cover(path))
        .map(
            path ->
                PolicySettings.REQUIRE_TOKEN.key()
                    + " names "
                    + path
                    + ", but the filter's URL patterns do not cover that: "
                    + patterns
                    + ". A servlet name is not counted, and /path leaves out /path/, unlike"
                    + " /path/*")
        .findFirst();
  }

  private UrlPatterns urlPatterns() {
    return new UrlPatterns(
        all.stream()
            .flatMap(filter -> urlPatterns(filter).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
