package io.tokenrevocation.mint;

import java.time.Instant;

/**
 * A signing key as it lies in the database.
 *
 * @param keyId the {@code kid} of the tokens it signs
 * @param poolId the user pool it signs for
 * @param use which tokens it signs
 * @param signsFrom when it takes over from the key before it, by the database's clock; inclusive
 * @param sealed the private JWK, sealed
 */
public record SealedKey(String keyId, String poolId, Use use, Instant signsFrom, String sealed) {

  /** Access and ID tokens are signed with different keys, as at Cognito. */
  public enum Use {
    /** Signs access tokens. */
    ACCESS,
    /** Signs ID tokens. */
    ID
  }
}
