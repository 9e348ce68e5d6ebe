package io.tokenrevocation.mint;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What became of the keys of a pool.
 *
 * @param at when, by the database's clock
 * @param before of each use in the order in which they sign
 * @param after likewise
 */
public record KeyChange(Instant at, List<SealedKey> before, List<SealedKey> after) {

  /** Takes unmodifiable copies. */
  public KeyChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * Tells whether the next key of either use is published.
   *
   * @return false if one that signs has none after it
   */
  public boolean hasNext() {
    return Arrays.stream(SealedKey.Use.values())
        .allMatch(
            use -> after.stream().anyMatch(key -> key.use() == use && key.signsFrom().isAfter(at)));
  }

  /**
   * Tells whether nothing became of them.
   *
   * @return true if they are as they were
   */
  public boolean isEmpty() {
    return made().isEmpty() && removed().isEmpty();
  }

  /**
   * Returns the keys that are new.
   *
   * @return may be empty
   */
  public List<SealedKey> made() {
    return after.stream().filter(key -> !before.contains(key)).toList();
  }

  /**
   * Returns the keys that are gone.
   *
   * @return may be empty
   */
  public List<SealedKey> removed() {
    return before.stream().filter(key -> !after.contains(key)).toList();
  }
}
