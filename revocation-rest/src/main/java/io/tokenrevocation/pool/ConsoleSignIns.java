package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.mint.VaultException;
import java.util.List;
import java.util.Optional;

/**
 * What administrators' sign-ins to the console are made of. They are sealed and left with the
 * browser, so that every node knows them, and ended in the log of revocations, as tokens are.
 * Thread-safe.
 */
public final class ConsoleSignIns {

  private final Vault vault;
  private final SessionStore sessions;
  private final Revoker revoker;
  private final UserPools pools;
  private final String poolId;

  ConsoleSignIns(
      Vault vault, SessionStore sessions, Revoker revoker, UserPools pools, String poolId) {
    this.vault = vault;
    this.sessions = sessions;
    this.revoker = revoker;
    this.pools = pools;
    this.poolId = poolId;
  }

  /**
   * Seals a text for a browser to keep.
   *
   * @param purpose what it is for
   * @param text nobody but this authority can read
   * @return letters, digits, dashes, underscores and dots
   */
  public String seal(String purpose, String text) {
    return vault.seal(purpose, text);
  }

  /**
   * Opens what a browser has kept.
   *
   * @param purpose what it is for
   * @param sealed from an untrusted client
   * @return empty if it was not sealed here, or for something else
   */
  public Optional<String> open(String purpose, String sealed) {
    try {
      return Optional.of(vault.open(purpose, sealed));
    } catch (VaultException | IllegalArgumentException | IllegalStateException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * Ends a sign-in, on every node.
   *
   * @param id of the sign-in, which lives no longer than a token may
   * @param note whose it was
   * @throws io.tokenrevocation.StoreUnavailableException if the end may not be durable
   */
  public void end(String id, Note note) {
    revoker
        .revoke(new RevocationRequest(key(id), Optional.empty(), note))
        .orElseThrow(refusal -> new IllegalStateException("not ended: " + refusal));
  }

  /**
   * Tells whether a sign-in was ended, on whatever node.
   *
   * @param id of the sign-in
   * @return true if it was
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public boolean isEnded(String id) {
    return sessions.inTransaction(transaction -> !transaction.logged(List.of(key(id))).isEmpty());
  }

  private RevocationKey key(String id) {
    return new RevocationKey(RevocationKey.Kind.TOKEN, pools.started(poolId).issuer(), id);
  }
}
