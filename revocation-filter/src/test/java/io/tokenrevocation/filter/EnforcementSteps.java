package io.tokenrevocation.filter;

import static io.tokenrevocation.TestTokens.NOW;

import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.feed.FakeTicker;
import io.tokenrevocation.feed.InMemorySource;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.IndexedToken;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.IssuerSource;
import io.tokenrevocation.token.RememberingVerifier;
import io.tokenrevocation.token.TestKeys;
import io.tokenrevocation.token.TokenVerifier;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;

/** An enforcement with everything it needs, and the verdicts its tests expect. */
abstract class EnforcementSteps {

  static final Condition<Verdict> REVOKED = refused(Challenge.REVOKED);
  static final Condition<Verdict> RETRY_LATER = refused(Challenge.RETRY_LATER);

  final FakeTicker ticker = new FakeTicker();
  final InMemorySource source = new InMemorySource();
  final RevocationIndex index = new RevocationIndex(10);
  final RevocationFeed feed = new RevocationFeed(source, index, () -> NOW, ticker);
  final Enforcement enforcement = enforcement();

  final Enforcement enforcement(String... keysAndValues) {
    return new Enforcement(
        new FilterPolicy(
            TestContexts.settings(keysAndValues), List.of(PathPattern.parse("/oauth2/*"))),
        verifier(TestKeys.source()),
        index,
        feed);
  }

  final RememberingVerifier<IndexedToken> verifier(IssuerSource issuers) {
    return new RememberingVerifier<>(
        new TokenVerifier(issuers, () -> NOW, Duration.ZERO),
        1_000_000,
        index::prepare,
        index::readAhead);
  }

  /** Of a request with a token. */
  final Verdict verdict(String token) {
    return verdict(enforcement, token);
  }

  static Verdict verdict(Enforcement enforcement, String token) {
    return enforcement.decide(TestRequests.authorized(RememberingVerifier.SCHEME + token));
  }

  static Condition<Verdict> refusedFor(Reason reason) {
    return refused(Challenge.of(reason));
  }

  static Condition<Verdict> refused(Challenge challenge) {
    return new Condition<>(
        verdict ->
            verdict instanceof Verdict.Refused refused && refused.challenge().equals(challenge),
        "refused with %s",
        challenge);
  }

  @BeforeEach
  final void pull() {
    feed.pull();
  }
}
