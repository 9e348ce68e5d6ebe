package io.tokenrevocation.filter;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the settings say about a request. Immutable. */
final class FilterPolicy {

  private final List<PathPattern> exempt;
  private final List<PathPattern> requireToken;
  private final boolean trustsMicroProfileJwt;
  private final TokenPolicy tokens;
  private final Duration maxStaleness;
  private final PolicySettings.WhenStale whenStale;

  FilterPolicy(Settings settings, List<PathPattern> exempt) {
    this.exempt = List.copyOf(exempt);
    this.requireToken = settings.get(PolicySettings.REQUIRE_TOKEN);
    this.trustsMicroProfileJwt = settings.get(PolicySettings.TRUST_MICROPROFILE_JWT);
    this.tokens = new TokenPolicy(settings);
    this.maxStaleness = settings.get(PolicySettings.MAX_STALENESS);
    this.whenStale = settings.get(PolicySettings.WHEN_STALE);
    check(settings);
  }

  /** Refuses settings that make no sense together. */
  static void check(Settings settings) {
    if (settings.get(PolicySettings.TRUST_MICROPROFILE_JWT)) {
      MicroProfileJwt.requirePresent();
    }
    var maxStaleness = settings.get(PolicySettings.MAX_STALENESS);
    var interval = settings.get(FilterSettings.POLL_INTERVAL);
    if (maxStaleness.compareTo(interval) <= 0) {
      throw new InvalidSettingException(
          PolicySettings.MAX_STALENESS.key()
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

  /** Without a token nobody has a scope or a group. */
  boolean requiresToken(HttpServletRequest request) {
    return tokens.requiresScopeOrGroup() || matches(requireToken, request);
  }

  /** Tells whether somebody else has verified the signature of what a request was sent with. */
  boolean trustsSignature(HttpServletRequest request, String credentials) {
    return trustsMicroProfileJwt && MicroProfileJwt.hasVerified(request, credentials);
  }

  TokenPolicy tokens() {
    return tokens;
  }

  /** Tells whether requests are refused when this is how old the knowledge of revocations is. */
  boolean refusesAt(Optional<Duration> staleness) {
    return !allowsStale() && staleness.map(age -> age.compareTo(maxStaleness) > 0).orElse(true);
  }

  boolean allowsStale() {
    return whenStale == PolicySettings.WhenStale.ALLOW_LAST_KNOWN;
  }

  private static boolean matches(List<PathPattern> patterns, HttpServletRequest request) {
    var path = RequestPath.of(request);
    for (var pattern : patterns) { // for each request: no stream
      if (pattern.matches(path)) {
        return true;
      }
    }
    return false;
  }
}
