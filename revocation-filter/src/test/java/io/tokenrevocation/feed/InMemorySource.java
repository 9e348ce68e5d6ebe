package io.tokenrevocation.feed;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source that keeps an append-only list in memory; a mark is how many were read. */
public final class InMemorySource implements RevocationSource {

  private final List<Revocation> recorded = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final List<Mark> asked = new ArrayList<>();
  private final int pageSize;
  private int answersUntilDown = Integer.MAX_VALUE;
  private Runnable whileReading = () -> {};
  private @Nullable Duration age;
  private @Nullable String gap;
  private @Nullable InstantSource clock;

  public InMemorySource() {
    this(Integer.MAX_VALUE);
  }

  public InMemorySource(int pageSize) {
    this.pageSize = pageSize;
  }

  public void record(Revocation... revocations) {
    recorded.addAll(List.of(revocations));
    if (clock != null) {
      times.addAll(Collections.nCopies(revocations.length, clock.instant()));
    }
  }

  /** Says when revocations are recorded from now on; there must be none before. */
  public void keepTimesBy(InstantSource ownClock) {
    this.clock = ownClock;
  }

  public void goDown() {
    goDownAfter(0);
  }

  public void goDownAfter(int answers) {
    answersUntilDown = answers;
  }

  public void comeBack() {
    answersUntilDown = Integer.MAX_VALUE;
  }

  /** What happens elsewhere between the question and the answer. */
  public void whileReading(Runnable action) {
    whileReading = action;
  }

  /** As if it was not read when it was asked for. */
  public void answerAged(Duration age) {
    this.age = age;
  }

  /** As if some of it could not be enforced, for this reason, or null for none. */
  public void answerWithGap(@Nullable String gap) {
    this.gap = gap;
  }

  /** The marks this was asked for, oldest first. */
  public List<Mark> asked() {
    return List.copyOf(asked);
  }

  @Override
  public RevocationDelta since(Mark mark) {
    asked.add(mark);
    if (answersUntilDown-- <= 0) {
      throw new StoreUnavailableException("down, as the test wants it");
    }
    var from = mark.equals(Mark.START) ? 0 : Integer.parseInt(mark.value());
    var to = (int) Math.min(recorded.size(), (long) from + pageSize);
    var delta =
        new RevocationDelta(
            recorded.subList(from, to),
            new Mark(String.valueOf(to)),
            to < recorded.size(),
            Optional.ofNullable(age),
            Optional.ofNullable(gap),
            times(from, to));
    whileReading.run();
    return delta;
  }

  private Optional<RecordedTimes> times(int from, int to) {
    return Optional.ofNullable(clock)
        .map(own -> new RecordedTimes(own.instant(), times.subList(from, to)));
  }
}
