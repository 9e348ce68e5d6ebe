package io.tokenrevocation.index;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.VerifiedToken;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live revocations, indexed by what they look at.
 *
 * <p>Thread-safe: readers never block, and what {@link #apply} took is seen by every {@link
 * #covers} that starts afterwards. A live entry is never dropped to make room. Keys are 128 bits of
 * a hash keyed with a secret of this process, so with ten million live revocations the odds that a
 * token is refused in error are below 1 in 10<sup>30</sup>, and nobody can aim for it.
 */
public final class RevocationIndex {

  private final ConcurrentHashMap<HashedKey, Entry> entries = new ConcurrentHashMap<>();
  private final KeyHash hash = new KeyHash();
  private final int capacity;

  /**
   * Makes an empty index.
   *
   * @param capacity how many revocations it may hold; positive
   */
  public RevocationIndex(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Tells whether any revocation covers a token.
   *
   * @param token a verified token
   * @return true if it must be refused
   */
  public boolean covers(VerifiedToken token) {
    for (var key : token.revocableBy()) {
      var entry = entries.get(hash.of(key));
      if (entry != null && token.issuedAt().isBefore(entry.issuedBefore())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes in revocations; order, duplicates and replays do not matter.
   *
   * @param revocations any; those that need not be kept any longer are passed over
   * @param now tells which those are
   * @throws IndexFullException if some did not fit; all others were taken
   */
  public void apply(Collection<? extends Revocation> revocations, Instant now) {
    var fits = true;
    for (var revocation : revocations) {
      if (revocation.retainUntil().isAfter(now)) {
        fits &= add(revocation);
      }
    }
    if (!fits) {
      throw new IndexFullException(capacity);
    }
  }

  private boolean add(Revocation revocation) {
    var key = hash.of(revocation.key());
    if (entries.size() >= capacity && !entries.containsKey(key)) {
      return false;
    }
    entries.merge(key, new Entry(issuedBefore(revocation), revocation.retainUntil()), Entry::later);
    return true;
  }

  /**
   * Forgets the revocations that no live token can be covered by.
   *
   * @param now the time
   */
  public void purge(Instant now) {
    entries.values().removeIf(entry -> !entry.retainUntil().isAfter(now));
  }

  /**
   * Returns how many revocations are held.
   *
   * @return zero or more
   */
  public int size() {
    return entries.size();
  }

  /** A revocation without a cut-off covers its tokens whenever they were issued. */
  private static Instant issuedBefore(Revocation revocation) {
    return revocation instanceof CutOffRevocation cutOff ? cutOff.issuedBefore() : Instant.MAX;
  }

  private record Entry(Instant issuedBefore, Instant retainUntil) {

    Entry later(Entry other) {
      return new Entry(
          later(issuedBefore, other.issuedBefore), later(retainUntil, other.retainUntil));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }
}
