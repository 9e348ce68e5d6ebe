package io.tokenrevocation.filter;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.IndexedToken;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.RememberingVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Decides about the token of a request. Thread-safe. */
final class Enforcement {

  private final FilterPolicy policy;
  private final RememberingVerifier<IndexedToken> verifier;
  private final RevocationIndex index;
  private final RevocationFeed feed;

  Enforcement(
      FilterPolicy policy,
      RememberingVerifier<IndexedToken> verifier,
      RevocationIndex index,
      RevocationFeed feed) {
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
      return judge(request, index.prepare(verified.get()));
    }
    var credentials = BearerToken.in(request);
    return credentials.isEmpty() ? withoutToken(request) : withToken(request, credentials.get());
  }

  private Verdict withoutToken(HttpServletRequest request) {
    return policy.requiresToken(request)
        ? new Verdict.Refused(Challenge.TOKEN_REQUIRED)
        : new Verdict.Anonymous();
  }

  private Verdict withToken(HttpServletRequest request, String credentials) {
    if (!feed.isLoaded()) {
      return new Verdict.Refused(Challenge.RETRY_LATER); // the keys may not be known either
    }
    try {
      var uses = policy.tokens().uses();
      return judge(
          request,
          policy.trustsSignature(request, credentials)
              ? verifier.verifyAllButTheSignature(credentials, uses)
              : verifier.verify(credentials, uses));
    } catch (InvalidTokenException invalid) {
      return new Verdict.Refused(Challenge.of(invalid.reason()));
    } catch (StoreUnavailableException e) { // the keys of another issuer are not known
      return new Verdict.Refused(Challenge.RETRY_LATER);
    }
  }

  /** What is known to be refused is refused as such, however little else is known. */
  private Verdict judge(HttpServletRequest request, IndexedToken indexed) {
    var token = indexed.token();
    var notForUs = policy.tokens().notForUs(token);
    if (notForUs.isPresent()) {
      return refused(notForUs.get(), token);
    }
    if (index.covers(indexed)) {
      return refused(Challenge.REVOKED, token);
    }
    var lacking = policy.tokens().lacking(token);
    if (lacking.isPresent()) {
      return refused(lacking.get(), token);
    }
    return policy.staleness().refuses(request, feed.staleness())
        ? refused(Challenge.RETRY_LATER, token)
        : new Verdict.Authenticated(token);
  }

  private static Verdict refused(Challenge challenge, VerifiedToken token) {
    return new Verdict.Refused(challenge, Optional.of(token));
  }
}
