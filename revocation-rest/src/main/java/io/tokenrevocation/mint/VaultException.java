package io.tokenrevocation.mint;

/** What lies in the database does not open with the configured encryption key. */
public final class VaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VaultException(String purpose) {
    super("revocation.encryption-key does not open the " + purpose + " in the database");
  }
}
