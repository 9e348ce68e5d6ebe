package io.tokenrevocation.index;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.VerifiedToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The live revocations, indexed by what they look at.
 *
 * <p>Thread-safe: readers never block, and what {@link #apply} took is seen by every {@link
 * #covers} that starts afterwards. A live entry is never dropped to make room. A revocation costs
 * 21 to 23 bytes of heap, one by cut-off 30 to 34.
 *
 * <p>Keys are 96 bits of a hash keyed with a secret of this index, so with ten million live
 * revocations the odds that a token is refused in error are below 1 in 10<sup>21</sup>, and nobody
 * can aim for it.
 */
public final class RevocationIndex {

  /** How many segments are purged in one step: some hundred microseconds with ten million. */
  private static final int STEP = 1;

  /** How many calls of {@link #purgeSome} go through everything. */
  public static final int PURGE_STEPS = SlotTable.SEGMENTS / STEP;

  private final KeyHash hash = new KeyHash();
  private final SlotTable byId = new SlotTable(Segment::ofKeys);
  private final SlotTable byCutOff = new SlotTable(Segment::ofValues);
  private final ReentrantLock writing = new ReentrantLock();
  private final int capacity;
  private int nextToPurge;

  /**
   * Makes an empty index.
   *
   * @param capacity how many revocations it may hold; positive
   */
  public RevocationIndex(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Prepares a token for being looked up, which costs more than looking it up.
   *
   * @param token a verified token
   * @return for this index only
   */
  public IndexedToken prepare(VerifiedToken token) {
    return new IndexedToken(token, hash);
  }

  /**
   * Reads what {@link #covers} will, and what the token is asked for, but waits for none of it: the
   * processor does something else meanwhile.
   *
   * @param token what this index has prepared
   * @return true
   */
  public boolean readAhead(IndexedToken token) {
    return token.readAhead(byId);
  }

  /**
   * Tells whether any revocation covers a token. Does not allocate.
   *
   * @param token what this index has prepared
   * @return true if it must be refused
   */
  public boolean covers(IndexedToken token) {
    return token.isCoveredBy(byId, byCutOff);
  }

  /**
   * Tells whether any revocation covers a token.
   *
   * @param token a verified token
   * @return true if it must be refused
   */
  public boolean covers(VerifiedToken token) {
    return covers(prepare(token));
  }

  /**
   * Takes in revocations; order, duplicates and replays do not matter.
   *
   * @param revocations any; those that need not be kept any longer are passed over
   * @param now tells which those are
   * @throws IndexFullException if some did not fit; all others were taken
   */
  public void apply(Collection<? extends Revocation> revocations, Instant now) {
    apply(revocations, now, taken -> {});
  }

  /**
   * Takes in revocations, and tells which are new.
   *
   * @param revocations any; those that need not be kept any longer are passed over
   * @param now tells which those are
   * @param taken told of each that was not there yet, or not with such bounds
   * @throws IndexFullException if some did not fit; all others were taken
   */
  public void apply(
      Collection<? extends Revocation> revocations,
      Instant now,
      Consumer<? super Revocation> taken) {
    var live = revocations.stream().filter(one -> one.retainUntil().isAfter(now)).toList();
    var hashes = hash.of(live.stream().map(Revocation::key).toList());
    var changed = new ArrayList<Revocation>();
    var fits = true;
    var at = 0;
    for (var revocation : live) {
      var entry = Entry.of(revocation, hashes[at], hashes[at + 1]);
      switch (put(entry, revocation.key().kind().isCutOff() ? byCutOff : byId, now)) {
        case CHANGED -> changed.add(revocation);
        case FULL -> fits = false;
        case KNOWN -> {}
      }
      at += KeyHash.WIDTH;
    }
    changed.forEach(taken); // when all are in force
    if (!fits) {
      throw new IndexFullException(capacity);
    }
  }

  private Outcome put(Entry entry, SlotTable table, Instant now) {
    writing.lock();
    try {
      if (table.contains(entry.high(), entry.low())) {
        return table.raise(entry) ? Outcome.CHANGED : Outcome.KNOWN;
      }
      if (size() >= capacity) {
        return Outcome.FULL;
      }
      table.add(entry, now.getEpochSecond());
      return Outcome.CHANGED;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Forgets a part of the revocations that no live token can be covered by; called again and again,
   * all of them.
   *
   * @param now the time
   */
  public void purgeSome(Instant now) {
    writing.lock();
    try {
      for (var done = 0; done < STEP; done++) {
        byId.purge(nextToPurge, now.getEpochSecond());
        byCutOff.purge(nextToPurge, now.getEpochSecond());
        nextToPurge = (nextToPurge + 1) % SlotTable.SEGMENTS;
      }
    } finally {
      writing.unlock();
    }
  }

  /**
   * Forgets all revocations that no live token can be covered by, in steps, between which others
   * are taken in.
   *
   * @param now the time
   */
  public void purge(Instant now) {
    for (var step = 0; step < PURGE_STEPS; step++) {
      purgeSome(now);
    }
  }

  /**
   * Returns how many revocations are held, among them some that need not be kept any longer.
   *
   * @return zero or more
   */
  public int size() {
    return byId.size() + byCutOff.size();
  }

  /**
   * Returns how much memory they take.
   *
   * @return in bytes, within a few kilobytes; some of it is room for more
   */
  public long bytes() {
    return byId.bytes() + byCutOff.bytes();
  }

  private enum Outcome {
    CHANGED,
    KNOWN,
    FULL
  }
}
