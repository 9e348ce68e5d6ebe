package io.tokenrevocation.filter;

import static io.tokenrevocation.TestTokens.NOW;

import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.feed.FakeTicker;
import io.tokenrevocation.feed.InMemorySource;
import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.token.TestKeys;
import io.tokenrevocation.token.TokenVerifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** An enforcement with everything it needs, and the verdicts its tests expect. */
abstract class EnforcementSteps {

  static final Verdict REVOKED = new Verdict.Refused(Challenge.REVOKED);
  static final Verdict RETRY_LATER = new Verdict.Refused(Challenge.RETRY_LATER);

  final FakeTicker ticker = new FakeTicker();
  final InMemorySource source = new InMemorySource();
  final RevocationIndex index = new RevocationIndex(10);
  final RevocationFeed feed = new RevocationFeed(source, index, () -> NOW, ticker);
  final Enforcement enforcement = enforcement();

  final Enforcement enforcement(String... keysAndValues) {
    return new Enforcement(
        new FilterPolicy(
            TestContexts.settings(keysAndValues), List.of(PathPattern.parse("/oauth2/*"))),
        new TokenVerifier(TestKeys.source(), () -> NOW, Duration.ZERO),
        index,
        feed);
  }

  static Verdict refusedFor(Reason reason) {
    return new Verdict.Refused(Challenge.of(reason));
  }

  @BeforeEach
  final void pull() {
    feed.pull();
  }
}
