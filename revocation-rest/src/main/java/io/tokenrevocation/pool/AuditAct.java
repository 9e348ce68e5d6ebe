package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is written to the audit trail; when, and from where, is added as it is written.
 *
 * @param action the word of an {@link AuditAction}, or the name of an operation that was refused;
 *     at most 32 characters
 * @param done false if it was refused
 * @param poolId the user pool it is about, or null for another issuer, or none
 * @param target what it was done to, or null
 * @param note who did it, and why, or why not
 * @param sessions how many live sessions it ended, or null if that was not counted
 */
public record AuditAct(
    String action,
    boolean done,
    @Nullable String poolId,
    @Nullable Target target,
    Note note,
    @Nullable Long sessions) {

  /**
   * What an act was done to.
   *
   * @param issuer of the tokens; empty if it is not known
   * @param scope such as {@code family}, {@code client} or {@code keys}
   * @param value such as a family's id or a client's; at most 512 characters
   */
  public record Target(String issuer, String scope, String value) {

    /**
     * Returns what a revocation takes out of use.
     *
     * @param key its key
     * @return the same in the words of the trail
     */
    public static Target of(RevocationKey key) {
      return new Target(key.issuer(), key.kind().name().toLowerCase(Locale.ROOT), key.value());
    }
  }

  /**
   * Returns something that was done to tokens.
   *
   * @param action what
   * @param poolId the user pool that issued them, or null for another issuer
   * @param key which tokens
   * @param note who did it, and why
   * @return how many sessions it ended is not known yet
   */
  public static AuditAct of(
      AuditAction action, @Nullable String poolId, RevocationKey key, Note note) {
    return new AuditAct(action.word(), true, poolId, Target.of(key), note, null);
  }

  /**
   * Returns something that was done to an app client.
   *
   * @param action what
   * @param poolId its user pool
   * @param clientId the client
   * @param note who did it, and why
   * @return the act
   */
  public static AuditAct ofClient(AuditAction action, String poolId, String clientId, Note note) {
    return new AuditAct(
        action.word(), true, poolId, new Target("", "client", clientId), note, null);
  }

  /**
   * Returns something that was refused.
   *
   * @param action the name of the operation
   * @param poolId the user pool it was about, or null
   * @param note who asked for it, and why it was refused
   * @return the act
   */
  public static AuditAct refused(String action, @Nullable String poolId, Note note) {
    return new AuditAct(action, false, poolId, null, note, null);
  }

  /**
   * Returns the same with what it hit.
   *
   * @param count of live sessions, or null if it was not counted
   * @return a copy
   */
  public AuditAct ending(@Nullable Long count) {
    return new AuditAct(action, done, poolId, target, note, count);
  }

  /** The same with the live sessions that it ended, or would have, if all were counted. */
  AuditAct ending(Effect effect) {
    var counted = effect.sessions();
    return ending(counted.isPresent() && !effect.atLeast() ? counted.getAsLong() : null);
  }
}
