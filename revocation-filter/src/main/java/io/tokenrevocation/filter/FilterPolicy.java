package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the settings say about a request. Immutable. */
final class FilterPolicy {

  private final List<PathPattern> exempt;
  private final List<PathPattern> requireToken;
  private final List<String> audiences;
  private final Duration maxStaleness;
  private final FilterSettings.WhenStale whenStale;

  FilterPolicy(Settings settings, List<PathPattern> exempt) {
    this.exempt = List.copyOf(exempt);
    this.requireToken = settings.get(FilterSettings.REQUIRE_TOKEN);
    this.audiences = settings.get(FilterSettings.AUDIENCES);
    this.maxStaleness = settings.get(FilterSettings.MAX_STALENESS);
    this.whenStale = settings.get(FilterSettings.WHEN_STALE);
    check(settings);
  }

  /** Refuses settings that make no sense together. */
  static void check(Settings settings) {
    var maxStaleness = settings.get(FilterSettings.MAX_STALENESS);
    var interval = settings.get(FilterSettings.POLL_INTERVAL);
    if (maxStaleness.compareTo(interval) <= 0) {
      throw new InvalidSettingException(
          FilterSettings.MAX_STALENESS.key()
              + " is "
              + maxStaleness
              + ", but must be longer than "
              + FilterSettings.POLL_INTERVAL.key()
              + ", which is "
              + interval);
    }
  }

  /** Tells whether the path authenticates its callers itself. */
  boolean exempts(HttpServletRequest request) {
    return matches(exempt, request);
  }

  boolean requiresToken(HttpServletRequest request) {
    return matches(requireToken, request);
  }

  boolean accepts(VerifiedToken token) {
    return acceptsAnyAudience() || !Collections.disjoint(audiences, token.audience());
  }

  boolean acceptsAnyAudience() {
    return audiences.contains(FilterSettings.ANY);
  }

  /** Tells whether requests are refused when this is how old the knowledge of revocations is. */
  boolean refusesAt(Optional<Duration> staleness) {
    return !allowsStale() && staleness.map(age -> age.compareTo(maxStaleness) > 0).orElse(true);
  }

  boolean allowsStale() {
    return whenStale == FilterSettings.WhenStale.ALLOW_LAST_KNOWN;
  }

  /** The path the server dispatches by; the raw URI may spell it in many ways. */
  private static boolean matches(List<PathPattern> patterns, HttpServletRequest request) {
    var pathInfo = request.getPathInfo();
    var path = request.getServletPath() + (pathInfo == null ? "" : pathInfo);
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
