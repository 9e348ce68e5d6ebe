package io.tokenrevocation.rest;

import io.tokenrevocation.rest.sigv4.AccessRefusedException;

/**
 * Somebody who may administer.
 *
 * @param name who they are, as the log of revocations keeps it
 * @param permission of which issuers
 */
public record Administrator(String name, Permission permission) {

  /** Whoever may act on this may act on everything. */
  static final String EVERYTHING = "*";

  /** Tells whether an issuer's tokens are within bounds. */
  boolean may(String issuer) {
    try {
      permission.require(issuer);
      return true;
    } catch (Problem | AccessRefusedException refused) {
      return false;
    }
  }

  /** Of which issuers. */
  public interface Permission {

    /**
     * Refuses an issuer.
     *
     * @param name of a user pool or of another issuer, in the settings
     * @throws io.tokenrevocation.rest.sigv4.AccessRefusedException if its tokens are out of bounds
     */
    void require(String name);
  }
}
