package io.tokenrevocation.filter;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.TokenVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Decides about the token of a request. Thread-safe. */
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
    var verified = AuthenticatedRequest.tokenOf(request);
    if (verified.isPresent()) {
      return judge(verified.get());
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
      return judge(verifier.verify(compact, policy.tokens().uses()));
    } catch (InvalidTokenException invalid) {
      return new Verdict.Refused(Challenge.of(invalid.reason()));
    } catch (StoreUnavailableException e) { // the keys of another issuer are not known
      return new Verdict.Refused(Challenge.RETRY_LATER);
    }
  }

  /** What is known to be refused is refused as such, however little else is known. */
  private Verdict judge(VerifiedToken token) {
    return policy
        .tokens()
        .notForUs(token)
        .or(() -> when(index.covers(token), Challenge.REVOKED))
        .or(() -> policy.tokens().lacking(token))
        .or(() -> when(policy.refusesAt(feed.staleness()), Challenge.RETRY_LATER))
        .<Verdict>map(Verdict.Refused::new)
        .orElseGet(() -> new Verdict.Authenticated(token));
  }

  private static Optional<Challenge> when(boolean refused, Challenge challenge) {
    return refused ? Optional.of(challenge) : Optional.empty();
  }
}
