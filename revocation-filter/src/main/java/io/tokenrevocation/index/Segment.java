package io.tokenrevocation.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Entries in an array of fixed size, found by open addressing.
 *
 * <p>Beside the slots are their tags, a byte each. Most searches find nothing and read nothing
 * else: the tags of millions of entries stay in the processor's caches, where the entries do not.
 *
 * <p>Readers never wait: the tag of a slot is written last, and a slot is never given to another
 * key. There may be one writer at a time.
 */
final class Segment {

  /** What stands in a slot: 64 bits; 32 bits and until when to keep it; the value, if any. */
  private static final int REST = 1;

  private static final int VALUE = 2;

  /** The headers and fields of a segment and of its arrays, as HotSpot lays them out. */
  private static final int OBJECTS = 2 * 16 + 32;

  /** The tag of a slot that nothing stands in. */
  private static final byte FREE = 0;

  private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle TAGS = MethodHandles.arrayElementVarHandle(byte[].class);

  private final long[] numbers;
  private final byte[] tags;
  private final int slots;
  private final int width;
  private int used;

  private Segment(int width, int slots) {
    this.numbers = new long[Math.multiplyExact(slots, width)];
    this.tags = new byte[slots];
    this.slots = slots;
    this.width = width;
  }

  /** Makes an empty segment for keys alone: 17 bytes a slot. */
  static Segment ofKeys(int slots) {
    return new Segment(VALUE, slots);
  }

  /** Makes an empty segment for keys with a value each: 25 bytes a slot. */
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
    return slot < 0 ? Long.MIN_VALUE : (long) NUMBERS.getOpaque(numbers, slot * width + VALUE);
  }

  /** Reads the tag at which the search for a key begins. */
  int read(long high) {
    return (byte) TAGS.getOpaque(tags, first(high));
  }

  int slots() {
    return slots;
  }

  /** What arrays of so many numbers and tags take, and this object. */
  long bytes() {
    return OBJECTS + (long) numbers.length * Long.BYTES + tags.length;
  }

  int used() {
    return used;
  }

  /** Puts an entry in; there must be room for it. */
  void add(Entry entry) {
    write(~find(entry.high(), entry.low()), entry.high(), entry.rest(), entry.value());
  }

  /**
   * Raises the bounds of the entry with the same key, which must be there.
   *
   * @return true if that changed anything
   */
  boolean raise(Entry entry) {
    var at = find(entry.high(), entry.low()) * width;
    var isLonger = Entry.until(numbers[at + REST]) < entry.until();
    if (isLonger) {
      NUMBERS.setOpaque(numbers, at + REST, entry.rest());
    }
    var isLater = width > VALUE && numbers[at + VALUE] < entry.value();
    if (isLater) {
      NUMBERS.setOpaque(numbers, at + VALUE, entry.value());
    }
    return isLonger || isLater;
  }

  /** How many entries must still be kept. */
  int live(long now) {
    var live = 0;
    for (var slot = 0; slot < slots; slot++) {
      live += isLive(slot, now) ? 1 : 0;
    }
    return live;
  }

  /** Puts the entries that must still be kept into another segment, which has room for them. */
  void copyLive(Segment other, long now) {
    for (var slot = 0; slot < slots; slot++) {
      if (isLive(slot, now)) {
        var at = slot * width;
        var value = width > VALUE ? numbers[at + VALUE] : 0;
        var free = ~other.find(numbers[at], numbers[at + REST]);
        other.write(free, numbers[at], numbers[at + REST], value);
      }
    }
  }

  private boolean isLive(int slot, long now) {
    return tags[slot] != FREE && Entry.until(numbers[slot * width + REST]) > now;
  }

  private void write(int slot, long high, long rest, long value) {
    var at = slot * width;
    NUMBERS.setOpaque(numbers, at, high);
    NUMBERS.setOpaque(numbers, at + REST, rest);
    if (width > VALUE) {
      NUMBERS.setOpaque(numbers, at + VALUE, value);
    }
    TAGS.setRelease(tags, slot, tag(high));
    used++;
  }

  /** The slot of a key; or, as a complement, where it would be. */
  private int find(long high, long low) {
    var tag = tag(high);
    var slot = first(high);
    while (true) {
      var found = (byte) TAGS.getAcquire(tags, slot);
      if (found == FREE) {
        return ~slot;
      }
      if (found == tag && isOf(slot * width, high, low)) {
        return slot;
      }
      slot++;
      if (slot == slots) {
        slot = 0;
      }
    }
  }

  /** Where the search for a key begins. */
  private int first(long high) {
    return (int) (((high & 0xFFFF_FFFFL) * slots) >>> Integer.SIZE);
  }

  private boolean isOf(int at, long high, long low) {
    return (long) NUMBERS.getOpaque(numbers, at) == high
        && Entry.isRestOf(low, (long) NUMBERS.getOpaque(numbers, at + REST));
  }

  /** Of bits by which neither the segment nor the slot is chosen. */
  private static byte tag(long high) {
    var bits = (byte) (high >>> Integer.SIZE);
    return bits == FREE ? 1 : bits;
  }
}
