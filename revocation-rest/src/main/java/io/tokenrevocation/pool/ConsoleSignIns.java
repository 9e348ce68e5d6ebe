package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.mint.VaultException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What administrators' sign-ins to the console are made of. They are sealed and left with the
 * browser, so that every node knows them, and ended in the log of revocations, as tokens are.
 * Thread-safe.
 */
public final class ConsoleSignIns {

  private static final int ID_DIGITS = 52;
  private static final String NO_CLIENT = "";

  private final RandomText random = new RandomText();
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
   * Begins a sign-in. The audit trail says by which id it can be revoked, as a token is.
   *
   * @param subject of the user in the first user pool; empty if the directory does not know them
   * @param note who signs in
   * @return the sign-in
   * @throws io.tokenrevocation.StoreUnavailableException if the audit trail may not have it
   */
  public ConsoleSignIn begin(String subject, Note note) {
    var id = "console-" + random.ofDigits(ID_DIGITS);
    var target = AuditAct.Target.of(key(id));
    return sessions.inTransaction(
        transaction -> {
          var since = transaction.now().truncatedTo(ChronoUnit.SECONDS);
          var epoch = transaction.read(user(subject)).signOutEpoch();
          var word = AuditAction.CONSOLE_SIGN_IN.word();
          transaction.record(new AuditAct(word, true, null, target, note, null));
          return new ConsoleSignIn(id, subject, epoch, since);
        });
  }

  /**
   * Ends a sign-in, on every node.
   *
   * @param signIn which lives no longer than a token may
   * @param note who ends it, and why
   * @throws io.tokenrevocation.StoreUnavailableException if the end may not be durable
   */
  public void end(ConsoleSignIn signIn, Note note) {
    revoker
        .revoke(new RevocationRequest(key(signIn.id()), Optional.empty(), note))
        .orElseThrow(refusal -> new IllegalStateException("not ended: " + refusal));
  }

  /**
   * Tells whether a sign-in was ended, on whatever node: it was revoked by its id, its user was
   * signed out everywhere, or all that they or anybody got of the first user pool was cut off.
   *
   * @param signIn which
   * @return true if it was
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public boolean isEnded(ConsoleSignIn signIn) {
    var user = user(signIn.subject());
    return sessions.inTransaction(
        transaction ->
            !transaction.logged(List.of(key(signIn.id()))).isEmpty()
                || transaction.read(user).signOutEpoch() > signIn.signOutEpoch()
                || signIn.since().isBefore(transaction.signedInBefore(user, NO_CLIENT)));
  }

  /** Nobody is ever signed out under the empty subject of those the directory does not know. */
  private SubjectKey user(String subject) {
    return new SubjectKey(poolId, subject);
  }

  private RevocationKey key(String id) {
    return new RevocationKey(RevocationKey.Kind.TOKEN, pools.started(poolId).issuer(), id);
  }
}
