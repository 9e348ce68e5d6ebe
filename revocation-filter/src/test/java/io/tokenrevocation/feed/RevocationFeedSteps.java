package io.tokenrevocation.feed;

import static io.tokenrevocation.TestTokens.NOW;

import io.tokenrevocation.TestTokens;
import io.tokenrevocation.index.RevocationIndex;
import java.time.Duration;

/** A feed with everything it needs. */
abstract class RevocationFeedSteps {

  final FakeClock clock = new FakeClock(NOW);
  final FakeTicker ticker = new FakeTicker();
  final InMemorySource source = new InMemorySource();
  final RevocationIndex index = new RevocationIndex(10);
  final RevocationFeed feed = new RevocationFeed(source, index, clock, ticker);

  final void timePasses(Duration duration) {
    clock.advance(duration);
    ticker.advance(duration);
  }

  final boolean enforces(String tokenId) {
    return index.covers(TestTokens.of("alice").ids(tokenId, null, null).verified());
  }
}
