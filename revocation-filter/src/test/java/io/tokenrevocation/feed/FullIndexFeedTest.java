package io.tokenrevocation.feed;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.TestRevocations;
import io.tokenrevocation.TestTokens;
import io.tokenrevocation.index.RevocationIndex;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feed whose index has room for two revocations. */
class FullIndexFeedTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeClock clock = new FakeClock(NOW);
  private final FakeTicker ticker = new FakeTicker();
  private final InMemorySource source = new InMemorySource();
  private final RevocationIndex index = new RevocationIndex(2);
  private final RevocationFeed feed = new RevocationFeed(source, index, clock, ticker);

  private void timePasses(Duration duration) {
    clock.advance(duration);
    ticker.advance(duration);
  }

  private boolean enforces(String tokenId) {
    return index.covers(TestTokens.of("alice").ids(tokenId, null, null).verified());
  }

  private static Revocation briefly(String tokenId) {
    return TestRevocations.ofToken(tokenId, NOW.plus(MINUTE));
  }

  private void fill() {
    source.record(briefly("one"), briefly("two"));
    feed.pull();
  }

  @Test
  void isUnboundedlyStaleAfterAPull() {
    fill();
    source.record(TestRevocations.ofToken("three"));
    feed.pull();
    assertThat(feed.staleness()).isEmpty();
  }

  @Test
  void isUnboundedlyStaleAfterARevocationOfThisNode() {
    fill();
    feed.apply(List.of(TestRevocations.ofToken("three")));
    assertThat(feed.staleness()).isEmpty();
  }

  @Test
  void staysSoWhileTheRevocationDoesNotFit() {
    fill();
    source.record(TestRevocations.ofToken("three"));
    feed.pull();
    timePasses(Duration.ofSeconds(1));
    feed.pull();
    assertThat(feed.staleness()).isEmpty();
  }

  @Test
  void knowsEverythingAgainAtTheNextPullsAfterSomethingExpired() {
    source.record(briefly("one"), TestRevocations.ofToken("two"));
    feed.pull();
    clock.advance(MINUTE);
    source.record(TestRevocations.ofToken("three"));
    feed.pull();
    feed.pull();
    assertThat(feed.staleness()).isPresent();
    assertThat(enforces("three")).isTrue();
  }

  @Test
  void staysSoWhileTheSourceIsDown() {
    fill();
    source.record(TestRevocations.ofToken("three"));
    feed.pull();
    source.goDown();
    feed.pull();
    assertThat(feed.staleness()).isEmpty();
  }

  @Test
  void goesOnEnforcingWhatItHolds() {
    fill();
    source.record(TestRevocations.ofToken("three"));
    feed.pull();
    assertThat(enforces("one") && enforces("two")).isTrue();
  }

  @Test
  void recoversWhenAPurgeMakesRoom() {
    fill();
    source.record(TestRevocations.ofToken("three"));
    feed.pull();
    timePasses(MINUTE);
    feed.pull();
    assertThat(enforces("three")).isTrue();
    assertThat(feed.staleness()).contains(Duration.ZERO);
  }

  @Test
  void recoversWhenWhatDidNotFitNeedNotBeKept() {
    fill();
    source.record(TestRevocations.ofToken("three", NOW.plusSeconds(1)));
    feed.pull();
    timePasses(Duration.ofSeconds(1));
    feed.pull();
    assertThat(feed.staleness()).contains(Duration.ZERO);
  }
}
