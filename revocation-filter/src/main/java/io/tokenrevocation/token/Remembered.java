package io.tokenrevocation.token;

import io.tokenrevocation.TokenUse;

/**
 * A token that was verified and what was made of it, under the credentials it came with.
 *
 * <p>It is its own key, and has at hand what is looked at each time: what is spread over the heap
 * takes longer to read than to compare.
 */
final class Remembered<T> extends Credentials {

  /** What strings, sets and hashes of a token take beside its text: about. */
  private static final int OBJECTS = 1_500;

  private static final int WORD = 100;

  private final Signer signer;
  private final TokenUse use;
  private final long expiry;
  private final T prepared;
  private final int bytes;

  /** Remembers until an instant, in milliseconds after 1970. */
  Remembered(Credentials credentials, SignedToken signed, long expiry, T prepared) {
    super(credentials);
    var token = signed.token();
    var words = token.groups().size() + token.scopes().size() + token.audience().size();
    this.signer = signed.signer();
    this.use = token.use();
    this.expiry = expiry;
    this.prepared = prepared;
    this.bytes = 2 * length() + OBJECTS + words * WORD;
  }

  Signer signer() {
    return signer;
  }

  TokenUse use() {
    return use;
  }

  long expiry() {
    return expiry;
  }

  T prepared() {
    return prepared;
  }

  /** How much heap it takes, roughly, and rather more than that. */
  int bytes() {
    return bytes;
  }
}
