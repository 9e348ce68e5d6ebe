package io.tokenrevocation.token;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A token that was verified and what was made of it, under the credentials it came with.
 *
 * <p>It is its own key, and has at hand what is looked at each time: what is spread over the heap
 * takes longer to read than to compare.
 */
final class Remembered<T> extends Credentials {

  /** What all the objects take that each token has, but for its texts. */
  private static final int OBJECTS = 600;

  /** What a text takes beside its characters, in a set too. */
  private static final int TEXT = 64;

  /** So seldom, in milliseconds, is the cache told that a token is in use. */
  private static final int INTERVAL = 10_000;

  private final Signer signer;
  private final TokenUse use;
  private final long expiry;
  private final T prepared;
  private final int bytes;
  private long noticed;

  /** Remembers until an instant, in milliseconds after 1970. */
  Remembered(String credentials, SignedToken signed, long expiry, T prepared) {
    super(credentials, hash(credentials));
    var token = signed.token();
    this.signer = signed.signer();
    this.use = token.use();
    this.expiry = expiry;
    this.prepared = prepared;
    this.bytes = OBJECTS + length() + texts(token);
  }

  /** As if no two tokens had any in common, and each in its longest form. */
  private static int texts(VerifiedToken token) {
    var single =
        Stream.of(
            token.subject(),
            token.username(),
            token.clientId(),
            token.tokenId(),
            token.familyId(),
            token.sessionId());
    var several = Stream.of(token.groups(), token.scopes(), token.audience()).flatMap(Set::stream);
    return Stream.concat(single, several)
        .filter(Objects::nonNull)
        .mapToInt(text -> TEXT + Character.BYTES * text.length())
        .sum();
  }

  Signer signer() {
    return signer;
  }

  TokenUse use() {
    return use;
  }

  boolean isExpired(long now) {
    return now >= expiry;
  }

  /** Tells whether ten seconds have passed since this last told so. */
  boolean isNoticed(long now) {
    if (Math.abs(now - noticed) < INTERVAL) {
      return false;
    }
    noticed = now; // several threads may: each tells so
    return true;
  }

  T prepared() {
    return prepared;
  }

  /** How much heap it takes, or rather more than that. */
  int bytes() {
    return bytes;
  }
}
