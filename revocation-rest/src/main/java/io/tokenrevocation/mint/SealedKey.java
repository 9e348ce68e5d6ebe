package io.tokenrevocation.mint;

/**
 * A signing key as it lies in the database.
 *
 * @param keyId the {@code kid} of the tokens it signs
 * @param poolId the user pool it signs for
 * @param use which tokens it signs
 * @param sealed the private JWK, sealed
 */
public record SealedKey(String keyId, String poolId, Use use, String sealed) {

  /** Access and ID tokens are signed with different keys, as at Cognito. */
  public enum Use {
    /** Signs access tokens. */
    ACCESS,
    /** Signs ID tokens. */
    ID
  }
}
