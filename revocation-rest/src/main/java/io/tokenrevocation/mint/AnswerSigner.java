package io.tokenrevocation.mint;

import io.tokenrevocation.token.DetachedSignature;
import java.time.Instant;

/** Signs what the authority answers its followers, with the keys of its access tokens. */
public final class AnswerSigner {

  private final SigningKeys keys;

  /**
   * Makes a signer.
   *
   * @param keys signs with the key whose turn it is
   */
  public AnswerSigner(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * Signs an answer.
   *
   * @param poolId whose key signs
   * @param answer as it is, before it is compressed
   * @param now by the clock that keys go by
   * @return a compact JWS whose second part is empty, of the type {@link DetachedSignature#FEED}
   * @throws io.tokenrevocation.StoreUnavailableException if the keys have not been loaded yet
   */
  public String sign(String poolId, byte[] answer, Instant now) {
    return keys.signing(poolId, SealedKey.Use.ACCESS, now)
        .signDetached(DetachedSignature.FEED, answer);
  }
}
