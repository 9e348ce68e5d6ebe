package io.tokenrevocation.pool;

import io.tokenrevocation.mint.KeyAct;
import io.tokenrevocation.mint.SigningKeys;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Replaces the signing keys of a user pool before the schedule does.
 *
 * <p>For administrators, and for the application itself: inject it. When it returns, what it has
 * done is durable and this node goes by it; the others do when they next ask for revocations.
 * Thread-safe.
 */
public final class SigningKeyRotation {

  private static final System.Logger LOG = System.getLogger(SigningKeyRotation.class.getName());

  private final UserPools pools;
  private final SigningKeys keys;

  SigningKeyRotation(UserPools pools, SigningKeys keys) {
    this.pools = pools;
    this.keys = keys;
  }

  /**
   * Returns the keys of a user pool.
   *
   * @param poolId a user pool
   * @return by use, and of each in the order in which they sign; or why there are none
   * @throws io.tokenrevocation.StoreUnavailableException if that is not known
   */
  public Outcome<List<AgedKey>> list(String poolId) {
    if (pools.find(poolId).isEmpty()) {
      return new Outcome.Refused<>(Refusal.UNKNOWN_POOL);
    }
    var published = PublishedKey.after(keys.stored(poolId));
    var madeAt = keys.madeAt(poolId); // later, so all that are still there are in it
    return new Outcome.Done<>(
        published.stream()
            .filter(key -> madeAt.containsKey(key.keyId()))
            .map(key -> new AgedKey(key, Objects.requireNonNull(madeAt.get(key.keyId()))))
            .toList());
  }

  /**
   * Publishes the next keys now, to sign after {@code revocation.signing-key-lead}; the old ones
   * stay published until all they have signed has expired. Where the next keys are published
   * already, they are those.
   *
   * @param poolId a user pool
   * @param note who does it, and why
   * @return all keys of the pool; or why there are no next ones
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been done
   */
  public Outcome<List<PublishedKey>> rotate(String poolId, Note note) {
    if (pools.find(poolId).isEmpty()) {
      return new Outcome.Refused<>(Refusal.UNKNOWN_POOL);
    }
    var change = keys.rotate(poolId, act(AuditAction.KEYS_ROTATED, note));
    KeyUpkeep.log(poolId, change);
    if (!change.hasNext()) {
      return new Outcome.Refused<>(Refusal.TOO_MANY_KEYS);
    }
    LOG.log(Level.INFO, Messages.KEYS_ROTATED.text(poolId, author(note)));
    return new Outcome.Done<>(PublishedKey.after(change));
  }

  /**
   * Removes keys that somebody else may know: every token they have signed, or will, is refused. In
   * the place of one that signs now, a new one does at once. Doing it again changes nothing.
   *
   * <p>Whoever verifies tokens with a copy of the key set goes on accepting them until they fetch
   * it again, and may not know the new key until then. Refresh tokens stay good.
   *
   * @param poolId a user pool
   * @param keyIds one that is not a key of the pool, or not any more, is passed over
   * @param note who does it, and why
   * @return all keys of the pool, none of those; or why nothing was done
   * @throws io.tokenrevocation.StoreUnavailableException if it may not have been done
   */
  public Outcome<List<PublishedKey>> replace(String poolId, Set<String> keyIds, Note note) {
    if (pools.find(poolId).isEmpty()) {
      return new Outcome.Refused<>(Refusal.UNKNOWN_POOL);
    }
    var change = keys.replace(poolId, keyIds, act(AuditAction.KEYS_REPLACED, note));
    for (var key : change.removed()) {
      LOG.log(Level.WARNING, Messages.KEY_COMPROMISED.text(key.keyId(), poolId, author(note)));
    }
    KeyUpkeep.logMade(poolId, change);
    return new Outcome.Done<>(PublishedKey.after(change));
  }

  private static KeyAct act(AuditAction action, Note note) {
    return new KeyAct(action.word(), action == AuditAction.KEYS_REPLACED, note.by(), note.reason());
  }

  private static String author(Note note) {
    return note.reason().isEmpty() ? note.by() : note.by() + " (" + note.reason() + ")";
  }
}
