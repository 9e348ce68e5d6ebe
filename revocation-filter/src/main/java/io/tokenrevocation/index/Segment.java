package io.tokenrevocation.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Entries in an array of fixed size, found by open addressing.
 *
 * <p>Readers never wait: the first number of a slot is written last, and a slot is never given to
 * another key. There may be one writer at a time.
 */
final class Segment {

  /** What stands in a slot: 64 bits; 32 bits and until when to keep it; the value, if any. */
  private static final int REST = 1;

  private static final int VALUE = 2;

  /** The headers and fields of a segment and of its array, as HotSpot lays them out. */
  private static final int OBJECTS = 16 + 32;

  private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] numbers;
  private final int slots;
  private final int width;
  private int used;

  private Segment(int width, int slots) {
    this.numbers = new long[Math.multiplyExact(slots, width)];
    this.slots = slots;
    this.width = width;
  }

  /** Makes an empty segment for keys alone: 16 bytes a slot. */
  static Segment ofKeys(int slots) {
    return new Segment(VALUE, slots);
  }

  /** Makes an empty segment for keys with a value each: 24 bytes a slot. */
  static Segment ofValues(int slots) {
    return new Segment(VALUE + 1, slots);
  }

  /** Tells whether a key is there. */
  boolean contains(long high, long low) {
    return find(high, low) >= 0;
  }

  /** The value of a key, or the least number if it is not there. */
  long value(long high, long low) {
    var slot = find(high, low);
    return slot < 0 ? Long.MIN_VALUE : (long) NUMBERS.getOpaque(numbers, slot + VALUE);
  }

  int slots() {
    return slots;
  }

  /** What an array of so many numbers takes, and this object. */
  long bytes() {
    return OBJECTS + (long) numbers.length * Long.BYTES;
  }

  int used() {
    return used;
  }

  /** Puts an entry in; there must be room for it. */
  void add(Entry entry) {
    var slot = ~find(entry.high(), entry.low());
    write(slot, entry.high(), entry.rest(), entry.value());
  }

  /**
   * Raises the bounds of the entry with the same key, which must be there.
   *
   * @return true if that changed anything
   */
  boolean raise(Entry entry) {
    var slot = find(entry.high(), entry.low());
    var isLonger = Entry.until(numbers[slot + REST]) < entry.until();
    if (isLonger) {
      NUMBERS.setOpaque(numbers, slot + REST, entry.rest());
    }
    var isLater = width > VALUE && numbers[slot + VALUE] < entry.value();
    if (isLater) {
      NUMBERS.setOpaque(numbers, slot + VALUE, entry.value());
    }
    return isLonger || isLater;
  }

  /** How many entries must still be kept. */
  int live(long now) {
    var live = 0;
    for (var slot = 0; slot < numbers.length; slot += width) {
      live += isLive(slot, now) ? 1 : 0;
    }
    return live;
  }

  /** Puts the entries that must still be kept into another segment, which has room for them. */
  void copyLive(Segment other, long now) {
    for (var slot = 0; slot < numbers.length; slot += width) {
      if (isLive(slot, now)) {
        var value = width > VALUE ? numbers[slot + VALUE] : 0;
        var free = ~other.find(numbers[slot], numbers[slot + REST]);
        other.write(free, numbers[slot], numbers[slot + REST], value);
      }
    }
  }

  private boolean isLive(int slot, long now) {
    return numbers[slot] != 0 && Entry.until(numbers[slot + REST]) > now;
  }

  private void write(int slot, long high, long rest, long value) {
    NUMBERS.setOpaque(numbers, slot + REST, rest);
    if (width > VALUE) {
      NUMBERS.setOpaque(numbers, slot + VALUE, value);
    }
    NUMBERS.setRelease(numbers, slot, high);
    used++;
  }

  /** Where the slot of a key begins; or, as a complement, where it would be. */
  private int find(long high, long low) {
    var slot = (int) (((high & 0xFFFF_FFFFL) * slots) >>> Integer.SIZE) * width;
    while (true) {
      var found = (long) NUMBERS.getAcquire(numbers, slot);
      if (found == 0) {
        return ~slot;
      }
      if (found == high && Entry.isRestOf(low, (long) NUMBERS.getOpaque(numbers, slot + REST))) {
        return slot;
      }
      slot += width;
      if (slot == numbers.length) {
        slot = 0;
      }
    }
  }
}
