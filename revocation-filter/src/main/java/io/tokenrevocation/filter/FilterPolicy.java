package io.tokenrevocation.filter;

import io.tokenrevocation.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What the settings say about a request. Immutable. */
final class FilterPolicy {

  private final List<PathPattern> exempt;
  private final List<PathPattern> requireToken;
  private final boolean trustsMicroProfileJwt;
  private final TokenPolicy tokens;
  private final StalenessPolicy staleness;

  FilterPolicy(Settings settings, List<PathPattern> exempt) {
    this.exempt = List.copyOf(exempt);
    this.requireToken = settings.get(PolicySettings.REQUIRE_TOKEN);
    this.trustsMicroProfileJwt = settings.get(PolicySettings.TRUST_MICROPROFILE_JWT);
    this.tokens = new TokenPolicy(settings);
    this.staleness = new StalenessPolicy(settings);
    check(settings);
  }

  /** Refuses settings that make no sense together. */
  static void check(Settings settings) {
    if (settings.get(PolicySettings.TRUST_MICROPROFILE_JWT)) {
      MicroProfileJwt.requirePresent();
    }
    StalenessPolicy.check(settings);
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

  StalenessPolicy staleness() {
    return staleness;
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
