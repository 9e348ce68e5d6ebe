package io.tokenrevocation.feed;

import io.tokenrevocation.Revocation;
import java.util.function.Consumer;

/** Tells of an answer's revocations, as the index takes them, how long after they were recorded. */
final class Arrivals implements Consumer<Revocation> {

  private final RevocationDelta delta;
  private final SourceClock clock;
  private final Consumer<? super Applied> news;
  private int at;

  Arrivals(RevocationDelta delta, SourceClock clock, Consumer<? super Applied> news) {
    this.delta = delta;
    this.clock = clock;
    this.news = news;
  }

  /** In the order of the answer; some of it is left out. */
  @Override
  public void accept(Revocation taken) {
    while (!delta.revocations().get(at).equals(taken)) {
      at++;
    }
    var revoked =
        delta
            .recorded()
            .map(RecordedTimes::revoked)
            .filter(all -> !all.isEmpty())
            .map(all -> all.get(at));
    news.accept(new Applied(taken, revoked.flatMap(clock::since)));
  }
}
