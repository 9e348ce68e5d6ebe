package io.tokenrevocation.rest;

/**
 * Somebody who may record revocations.
 *
 * @param name who they are, as the log of revocations keeps it
 * @param permission what they may revoke
 */
record Administrator(String name, Permission permission) {

  /** What somebody may revoke. */
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
