package io.tokenrevocation.feed;

import io.tokenrevocation.Messages;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.index.IndexFullException;
import io.tokenrevocation.index.RevocationIndex;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps the index abreast of a source, and says how stale it is.
 *
 * <p>Thread-safe. {@link #pull} is called at an interval; whoever records a revocation calls {@link
 * #apply} after the commit and before the answer. Until a first pull has succeeded, and while the
 * index cannot take a revocation, the staleness is unbounded.
 */
public final class RevocationFeed {

  private static final System.Logger LOG = System.getLogger(RevocationFeed.class.getName());

  /** So that everything is looked at once a minute. */
  private static final long PURGE_NANOS =
      Duration.ofMinutes(1).toNanos() / RevocationIndex.PURGE_STEPS;

  private final RevocationSource source;
  private final RevocationIndex index;
  private final RetentionClock retention;
  private final Ticker ticker;
  private final SourceClock sourceClock;
  private final Consumer<? super Applied> applied;

  /**
   * Held for seconds while a followed authority keeps its answer, which nobody waits for: requests,
   * the status and {@link #stop} do without it, and {@link #apply} is for a source beside it.
   */
  private final ReentrantLock pulling = new ReentrantLock();

  /** The instant up to which every revocation is known, or empty if some are not. */
  private volatile Optional<Long> knownUpTo = Optional.empty();

  private volatile boolean loaded;
  private volatile long progressAt;
  private Mark mark = Mark.START;
  private boolean hasMore;
  private State state = State.NEW;
  private long purgedAt;

  /**
   * Makes a feed that knows nothing yet, and tells nobody.
   *
   * @param source what to follow
   * @param index what to write; nobody else may
   * @param clock tells, with that of the source, which revocations need not be kept
   * @param ticker measures staleness
   */
  public RevocationFeed(
      RevocationSource source, RevocationIndex index, InstantSource clock, Ticker ticker) {
    this(source, index, clock, ticker, applied -> {});
  }

  /**
   * Makes a feed that knows nothing yet.
   *
   * @param source what to follow
   * @param index what to write; nobody else may
   * @param clock tells, with that of the source, which revocations need not be kept
   * @param ticker measures staleness
   * @param applied told of each revocation that is new to the index, but not of those that the
   *     first pull finds; must not throw
   */
  public RevocationFeed(
      RevocationSource source,
      RevocationIndex index,
      InstantSource clock,
      Ticker ticker,
      Consumer<? super Applied> applied) {
    this.source = source;
    this.index = index;
    this.retention = new RetentionClock(clock, ticker);
    this.ticker = ticker;
    this.sourceClock = new SourceClock(ticker);
    this.applied = applied;
    this.purgedAt = ticker.nanos();
    this.progressAt = ticker.nanos();
  }

  /** Reads what is new and applies it. A failure is logged once per outage, and never thrown. */
  public void pull() {
    var news = new ArrayList<Applied>();
    pullInto(news);
    news.forEach(applied); // who is told may take their time
  }

  private void pullInto(List<Applied> news) {
    pulling.lock();
    try {
      purgeSome();
      readAll(loaded ? news::add : ofTheStart -> {});
      following();
    } catch (IndexFullException e) {
      incomplete(e);
    } catch (StoreUnavailableException e) {
      lost(e);
    } catch (UnenforceableException e) {
      unenforceable(e);
    } finally {
      progressAt = ticker.nanos();
      pulling.unlock();
    }
  }

  /**
   * Applies revocations that this node has just committed, so that its next request sees them.
   *
   * <p>They come again with the next delta, so one that does not fit is not lost, and until it fits
   * this node does not claim to know everything.
   *
   * @param committed durable already
   */
  public void apply(List<? extends Revocation> committed) {
    apply(committed, revocation -> new Applied(revocation, Optional.empty()));
  }

  /**
   * Applies revocations that this node has just committed, as {@link #apply(List)} does.
   *
   * @param committed durable already
   * @param revokedAt when they were recorded, by the source's clock
   */
  public void apply(List<? extends Revocation> committed, Instant revokedAt) {
    apply(committed, revocation -> new Applied(revocation, sourceClock.since(revokedAt)));
  }

  private void apply(List<? extends Revocation> committed, Function<Revocation, Applied> arrival) {
    var news = new ArrayList<Applied>();
    try {
      index.apply(committed, retention.now(), taken -> news.add(arrival.apply(taken)));
    } catch (IndexFullException e) {
      // Waits for a pull under way: only one that reads these may vouch for the index again.
      pulling.lock();
      try {
        incomplete(e);
      } finally {
        pulling.unlock();
      }
    }
    news.forEach(applied);
  }

  /**
   * Returns how old this node's knowledge of revocations is.
   *
   * @return empty if it is not complete up to any instant
   */
  public Optional<Duration> staleness() {
    return knownUpTo.map(nanos -> Duration.ofNanos(ticker.nanos() - nanos));
  }

  /**
   * Returns for how long the source has been waited for, without an answer or a failure.
   *
   * @return little more than the interval between two pulls, if all is well; at the start, too
   */
  public Duration sinceProgress() {
    return Duration.ofNanos(ticker.nanos() - progressAt);
  }

  /**
   * Tells whether this node has ever known every revocation.
   *
   * @return false until the first pull has succeeded
   */
  public boolean isLoaded() {
    return loaded;
  }

  /**
   * Returns the source, if it says when a pull is worth while.
   *
   * @return empty if it has to be asked at an interval only
   */
  public Optional<PushingSource> pushingSource() {
    return source instanceof PushingSource pushing ? Optional.of(pushing) : Optional.empty();
  }

  /** Has the source do what is due beside reading; may take its time, and throw. */
  public void upkeep() {
    source.upkeep();
  }

  /** Ends a pull that waits for the source; there must be no other. */
  public void stop() {
    source.stop();
  }

  /**
   * While several pages were read, something may have been committed that belongs to the first:
   * then they vouch for nothing, and it is asked once more.
   */
  private void readAll(Consumer<Applied> news) {
    var pass = readToTheEnd(news);
    knownUpTo = Optional.of(pass.hadMore() ? readToTheEnd(news).readAt() : pass.readAt());
  }

  /**
   * Some pages.
   *
   * @param hadMore false if it was one, and there was none before
   * @param readAt when the oldest was read
   */
  private record Pass(boolean hadMore, long readAt) {}

  private Pass readToTheEnd(Consumer<Applied> news) {
    var hadMore = hasMore;
    var oldest = ticker.nanos();
    do {
      var asked = ticker.nanos();
      var delta = source.since(mark);
      progressAt = ticker.nanos();
      var readAt = delta.age().map(age -> progressAt - age.toNanos()).orElse(asked);
      delta.recorded().ifPresent(times -> sourceClock.set(times.read(), readAt));
      delta.recorded().ifPresent(times -> retention.set(times.read(), progressAt));
      index.apply(delta.revocations(), retention.now(), new Arrivals(delta, sourceClock, news));
      mark = delta.next();
      hasMore = delta.more();
      refuseGap(delta);
      hadMore |= hasMore;
      oldest = Math.min(oldest, readAt);
    } while (hasMore);
    return new Pass(hadMore, oldest);
  }

  private static void refuseGap(RevocationDelta delta) {
    if (delta.gap().isPresent()) {
      throw new UnenforceableException(delta.gap().get());
    }
  }

  /** As much as is due: never more than everything. */
  private void purgeSome() {
    var due = (ticker.nanos() - purgedAt) / PURGE_NANOS;
    for (var step = 0; step < Math.min(due, RevocationIndex.PURGE_STEPS); step++) {
      index.purgeSome(retention.now());
    }
    purgedAt += due * PURGE_NANOS;
  }

  private void following() {
    if (!loaded) {
      LOG.log(Level.INFO, Messages.ENFORCING.text(index.size()));
    } else if (state != State.FOLLOWING) {
      LOG.log(Level.INFO, Messages.SOURCE_BACK.text());
    }
    loaded = true;
    state = State.FOLLOWING;
  }

  /** Makes what room there is at once; the next pull brings again what did not fit. */
  private void incomplete(IndexFullException e) {
    knownUpTo = Optional.empty();
    index.purge(retention.now());
    if (state != State.INCOMPLETE) {
      LOG.log(Level.ERROR, Messages.INDEX_FULL.text(e.capacity()));
    }
    state = State.INCOMPLETE;
  }

  /** What could be enforced has been applied. */
  private void unenforceable(UnenforceableException e) {
    knownUpTo = Optional.empty();
    if (state != State.UNENFORCEABLE) {
      LOG.log(Level.ERROR, Messages.UNENFORCEABLE.text(e.getMessage()));
    }
    state = State.UNENFORCEABLE;
  }

  private void lost(StoreUnavailableException e) {
    if (state != State.LOST) {
      LOG.log(Level.WARNING, Messages.SOURCE_LOST.text(e.getMessage()), e);
    }
    state = State.LOST;
  }

  private enum State {
    NEW,
    FOLLOWING,
    LOST,
    INCOMPLETE,
    UNENFORCEABLE
  }
}
