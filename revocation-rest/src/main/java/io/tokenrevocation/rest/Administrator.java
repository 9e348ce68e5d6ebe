package io.tokenrevocation.rest;

/**
 * Somebody who may record revocations or rotate keys.
 *
 * @param name who they are, as the log of revocations keeps it
 * @param permission of which issuers
 */
record Administrator(String name, Permission permission) {

  /** Of which issuers. */
  interface Permission {

    /**
     * Refuses an issuer.
     *
     * @param name of a user pool or of another issuer, in the settings
     * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException if its tokens are out of bounds
     */
    void require(String name);
  }
}
