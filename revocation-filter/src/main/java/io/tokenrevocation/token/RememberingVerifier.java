package io.tokenrevocation.token;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the credentials of requests, and remembers the tokens: one seen before costs no
 * signature check.
 *
 * <p>What is remembered counts as long as the token is not expired, its issuer is trusted with the
 * same settings, and the issuer still has the key; each is looked at every time. Nothing is said of
 * revocation: ask the revocations, every time. Thread-safe. Has no threads of its own.
 *
 * @param <T> what is made of a verified token, to have it at hand when the token comes again
 */
public final class RememberingVerifier<T> {

  /** What the credentials begin with: the name of the scheme, and one space. */
  public static final String SCHEME = "Bearer ";

  private final TokenVerifier verifier;
  private final Function<VerifiedToken, T> prepare;
  private final TokenMemory<T> remembered;

  /**
   * Makes a verifier that remembers nothing yet.
   *
   * @param verifier verifies a token that is new
   * @param maxBytes how much heap the remembered tokens may take, roughly; 0 for none
   * @param prepare makes of a verified token what {@link #verify} returns
   * @param readAhead reads of that what will be asked of it, and returns true: called before it is
   *     certain that the token is the same, so that the processor waits for both at once
   */
  public RememberingVerifier(
      TokenVerifier verifier,
      long maxBytes,
      Function<VerifiedToken, T> prepare,
      Predicate<T> readAhead) {
    this.verifier = verifier;
    this.prepare = prepare;
    this.remembered = new TokenMemory<>(maxBytes, readAhead);
  }

  /**
   * Verifies a token that was issued for one of several uses.
   *
   * @param credentials from an untrusted client: {@code Bearer}, one space and a compact JWS
   * @param accepted what the token may have been issued for
   * @return what was made of the token when it was verified
   * @throws InvalidTokenException if it is not a valid token for such a use: answer 401
   * @throws io.tokenrevocation.StoreUnavailableException if the keys of its issuer are not known:
   *     answer 503
   */
  public T verify(String credentials, Set<TokenUse> accepted) {
    var known = recall(credentials, accepted);
    if (known != null) {
      return known.prepared();
    }
    var signed = verifier.verifySigned(compact(credentials), accepted);
    var prepared = prepare.apply(signed.token());
    remembered.add(
        new Remembered<>(credentials, signed, verifier.expiry(signed.token()), prepared));
    return prepared;
  }

  /** Gives back the room of tokens that have expired; they count for nothing already. */
  public void forgetExpired() {
    var now = verifier.millis();
    remembered.removeIf(token -> token.isExpired(now));
  }

  /** What the remembered tokens count for. */
  long bytes() {
    return remembered.bytes();
  }

  /**
   * Verifies all of a token but its signature, which the caller knows to be good. Not remembered:
   * nothing is known of the key.
   *
   * @param credentials as {@link #verify} takes them
   * @param accepted what the token may have been issued for
   * @return what was made of the token
   * @throws InvalidTokenException if it is not a valid token for such a use: answer 401
   */
  public T verifyAllButTheSignature(String credentials, Set<TokenUse> accepted) {
    return prepare.apply(verifier.verifyAllButTheSignature(compact(credentials), accepted));
  }

  private @Nullable Remembered<T> recall(String credentials, Set<TokenUse> accepted) {
    var now = verifier.millis();
    var known = remembered.find(credentials, now);
    if (known == null) {
      return null;
    }
    if (!known.isExpired(now) && verifier.isTrusted(known.signer())) {
      if (!accepted.contains(known.use())) {
        throw new InvalidTokenException(Reason.TYPE); // elsewhere it may be accepted
      }
      return known;
    }
    remembered.remove(known);
    return null;
  }

  private static String compact(String credentials) {
    return credentials.substring(SCHEME.length());
  }
}
