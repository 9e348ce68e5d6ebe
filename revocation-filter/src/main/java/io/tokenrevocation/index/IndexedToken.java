package io.tokenrevocation.index;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.VerifiedToken;

/**
 * A verified token with the hashes that an index looks it up by, which are worth keeping.
 * Immutable.
 *
 * <p>Says nothing of what is revoked: ask the index, each time.
 */
public final class IndexedToken {

  private final VerifiedToken token;
  private final long issuedAt;
  private final long[] hashes;
  private final int cutOffs;

  IndexedToken(VerifiedToken token, KeyHash hash) {
    var keys = token.revocableBy();
    this.token = token;
    this.issuedAt = token.issuedAt().getEpochSecond();
    this.hashes = hash.of(keys);
    this.cutOffs =
        KeyHash.WIDTH
            * (int) keys.stream().map(RevocationKey::kind).filter(kind -> !kind.isCutOff()).count();
  }

  /**
   * Returns the token.
   *
   * @return as it was verified
   */
  public VerifiedToken token() {
    return token;
  }

  /** Reads what is asked of the token, and where a search for an id of it begins: true. */
  boolean readAhead(SlotTable byId) {
    var read = hashes[hashes.length - 1];
    for (var at = 0; at < cutOffs; at += KeyHash.WIDTH) {
      read |= hashes[at] | byId.read(hashes[at]);
    }
    return read != 0 && token.use() != null;
  }

  /** Tells whether a table has an entry for it: of an id it has, or a cut-off it is older than. */
  boolean isCoveredBy(SlotTable byId, SlotTable byCutOff) {
    for (var at = 0; at < cutOffs; at += KeyHash.WIDTH) {
      if (byId.contains(hashes[at], hashes[at + 1])) {
        return true;
      }
    }
    for (var at = cutOffs; at < hashes.length; at += KeyHash.WIDTH) {
      if (issuedAt < byCutOff.value(hashes[at], hashes[at + 1])) {
        return true;
      }
    }
    return false;
  }
}
