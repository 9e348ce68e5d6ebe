package io.tokenrevocation.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.util.Set;
import java.util.function.Function;
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
  private final Cache<Credentials, Remembered<T>> remembered;

  /**
   * Makes a verifier that remembers nothing yet.
   *
   * @param verifier verifies a token that is new
   * @param maxBytes how much heap the remembered tokens may take, roughly; 0 for none
   * @param prepare makes of a verified token what {@link #verify} returns
   */
  public RememberingVerifier(
      TokenVerifier verifier, long maxBytes, Function<VerifiedToken, T> prepare) {
    this.verifier = verifier;
    this.prepare = prepare;
    this.remembered =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Credentials key, Remembered<T> token) -> token.bytes())
            .executor(Runnable::run)
            .build();
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
    var key = new Credentials(credentials);
    var known = recall(key, accepted);
    if (known != null) {
      return known.prepared();
    }
    var signed = verifier.verifySigned(compact(credentials), accepted);
    var prepared = prepare.apply(signed.token());
    var fresh = new Remembered<>(key, signed, verifier.expiry(signed.token()), prepared);
    remembered.asMap().putIfAbsent(fresh, fresh); // a key that was there would stay, and its text
    return prepared;
  }

  /** Gives back the room of tokens that have expired; they count for nothing already. */
  public void forgetExpired() {
    remembered.asMap().values().removeIf(token -> verifier.isPast(token.expiry()));
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

  private @Nullable Remembered<T> recall(Credentials key, Set<TokenUse> accepted) {
    var known = remembered.getIfPresent(key);
    if (known == null) {
      return null;
    }
    if (!verifier.isPast(known.expiry()) && verifier.isTrusted(known.signer())) {
      if (!accepted.contains(known.use())) {
        throw new InvalidTokenException(Reason.TYPE); // elsewhere it may be accepted
      }
      return known;
    }
    remembered.invalidate(key);
    return null;
  }

  private static String compact(String credentials) {
    return credentials.substring(SCHEME.length());
  }
}
