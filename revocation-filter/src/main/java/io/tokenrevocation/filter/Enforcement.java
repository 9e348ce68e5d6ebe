package io.tokenrevocation.filter;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.TokenVerifier;
import jakarta.servlet.http.HttpServletRequest;

/** Decides about the token of a request, from memory alone. Thread-safe. */
final class Enforcement {

  private final FilterPolicy policy;
  private final TokenVerifier verifier;
  private final RevocationIndex index;
  private final RevocationFeed feed;

  Enforcement(
      FilterPolicy policy, TokenVerifier verifier, RevocationIndex index, RevocationFeed feed) {
    this.policy = policy;
    this.verifier = verifier;
    this.index = index;
    this.feed = feed;
  }

  /** Decides about a request by its path and its credentials. */
  Verdict decide(HttpServletRequest request) {
    if (policy.exempts(request)) {
      return new Verdict.Anonymous();
    }
    if (BearerToken.isAmbiguous(request)) {
      return new Verdict.Refused(Challenge.AMBIGUOUS);
    }
    return BearerToken.in(request).map(this::withToken).orElseGet(() -> withoutToken(request));
  }

  private Verdict withoutToken(HttpServletRequest request) {
    return policy.requiresToken(request)
        ? new Verdict.Refused(Challenge.TOKEN_REQUIRED)
        : new Verdict.Anonymous();
  }

  Verdict withToken(String compact) {
    if (!feed.isLoaded()) {
      return new Verdict.Refused(Challenge.RETRY_LATER); // the keys may not be known either
    }
    try {
      return notRevoked(verified(compact));
    } catch (InvalidTokenException invalid) {
      return new Verdict.Refused(Challenge.of(invalid.reason()));
    }
  }

  private VerifiedToken verified(String compact) {
    var token = verifier.verify(compact);
    policy.tokens().requireAccepted(token);
    return token;
  }

  /** What is known to be revoked is refused as such, however little else is known. */
  private Verdict notRevoked(VerifiedToken token) {
    if (index.covers(token)) {
      return new Verdict.Refused(Challenge.REVOKED);
    }
    return policy.refusesAt(feed.staleness())
        ? new Verdict.Refused(Challenge.RETRY_LATER)
        : new Verdict.Authenticated(token);
  }
}
