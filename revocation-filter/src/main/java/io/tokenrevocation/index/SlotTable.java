package io.tokenrevocation.index;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Entries by 96 bits of a hash, each until it need not be kept any longer.
 *
 * <p>They are spread over {@value #SEGMENTS} segments. One is filled from 75 % to 83 %, and then
 * copied into another that is a tenth larger: a slot of 17 bytes costs 21 to 23 an entry, and
 * growing never takes longer than copying one segment. Readers never wait; one that goes on in a
 * segment that was replaced finds there what it would have found when it began. There may be one
 * writer at a time.
 */
final class SlotTable {

  /** A power of two. */
  static final int SEGMENTS = 128;

  private static final int SEGMENT_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(SEGMENTS);
  private static final int LEAST_PERCENT = 75;
  private static final int MOST_PERCENT = 83;

  private final AtomicReferenceArray<@Nullable Segment> segments =
      new AtomicReferenceArray<>(SEGMENTS);
  private final IntFunction<Segment> ofSlots;
  private final AtomicInteger size = new AtomicInteger();

  /** Makes an empty table of segments that are made for a number of slots. */
  SlotTable(IntFunction<Segment> ofSlots) {
    this.ofSlots = ofSlots;
  }

  /** Tells whether a key is there. */
  boolean contains(long high, long low) {
    var segment = segments.getAcquire(index(high));
    return segment != null && segment.contains(high, low);
  }

  /** The value of a key, or the least number if it is not there. */
  long value(long high, long low) {
    var segment = segments.getAcquire(index(high));
    return segment == null ? Long.MIN_VALUE : segment.value(high, low);
  }

  /** Reads where the search for a key begins; says nothing of whether it is there. */
  int read(long high) {
    var segment = segments.getAcquire(index(high));
    return segment == null ? 0 : segment.read(high);
  }

  /** How many entries are held, among them some that need not be kept any longer. */
  int size() {
    return size.get();
  }

  /** How much memory the segments take. */
  long bytes() {
    var bytes = 0L;
    for (var index = 0; index < SEGMENTS; index++) {
      var segment = segments.getAcquire(index);
      bytes += segment == null ? 0 : segment.bytes();
    }
    return bytes;
  }

  /** Raises the bounds of the entry with the same key, and tells whether that changed anything. */
  boolean raise(Entry entry) {
    var segment = segments.getPlain(index(entry.high()));
    return segment != null && segment.raise(entry);
  }

  /** Puts an entry in whose key is not there. */
  void add(Entry entry, long now) {
    var segment = segments.getPlain(index(entry.high()));
    if (segment == null || (segment.used() + 1) * 100L > (long) segment.slots() * MOST_PERCENT) {
      segment = replaced(index(entry.high()), 1, now);
    }
    segment.add(entry);
    size.incrementAndGet();
  }

  /** Gives back the room of the entries in one segment that need not be kept any longer. */
  void purge(int index, long now) {
    var segment = segments.getPlain(index);
    if (segment != null && segment.live(now) < segment.used()) {
      replaced(index, 0, now);
    }
  }

  private static int index(long high) {
    return (int) (high >>> SEGMENT_SHIFT);
  }

  private Segment replaced(int index, int more, long now) {
    var old = segments.getPlain(index);
    var live = old == null ? 0 : old.live(now);
    // One slot stays empty, so that every search ends.
    var next = ofSlots.apply(1 + (int) ((live + more) * 100L / LEAST_PERCENT));
    if (old != null) {
      old.copyLive(next, now);
      size.addAndGet(live - old.used());
    }
    segments.setRelease(index, live + more == 0 ? null : next);
    return next;
  }
}
