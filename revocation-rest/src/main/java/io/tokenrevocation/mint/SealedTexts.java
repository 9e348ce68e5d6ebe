package io.tokenrevocation.mint;

import java.util.List;

/**
 * Everything that lies sealed in the database. Implementations are thread-safe.
 *
 * <p>Both methods throw {@link io.tokenrevocation.StoreUnavailableException} if they cannot tell.
 */
public interface SealedTexts {

  /** What is sealed. */
  enum Kind {
    /** A private key. */
    SIGNING_KEY,
    /** The secret of an app client. */
    CLIENT_SECRET
  }

  /**
   * A sealed text and where it lies.
   *
   * @param kind what it is
   * @param id whose it is, among all of the kind
   * @param sealed a compact JWE
   */
  record SealedText(Kind kind, String id, String sealed) {}

  /**
   * Returns the first texts of a kind after an id.
   *
   * @param kind what to return
   * @param id exclusive; empty to begin with
   * @param limit how many at most
   * @return ordered by id
   */
  List<SealedText> after(Kind kind, String id, int limit);

  /**
   * Puts another text in the place of one, in a transaction of its own, if it is still there.
   *
   * @param text the one
   * @param sealed the other
   * @return false if it has been changed or deleted
   */
  boolean replace(SealedText text, String sealed);
}
