package io.tokenrevocation.index;

/**
 * The index cannot take a revocation: this node does not enforce all of them.
 *
 * <p>Whoever catches this must not vouch for the index until the same revocation was taken.
 */
public final class IndexFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** How many revocations the index may hold. */
  private final int capacity;

  IndexFullException(int capacity) {
    super("the index holds " + capacity + " revocations and may hold no more");
    this.capacity = capacity;
  }

  /**
   * Returns how many revocations the index may hold.
   *
   * @return positive
   */
  public int capacity() {
    return capacity;
  }
}
