package io.tokenrevocation.filter;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.List;
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
    return !filter.getUrlPatternMappings().isEmpty() || !filter.getServletNameMappings().isEmpty();
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
            .flatMap(filter -> filter.getUrlPatternMappings().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
