package io.tokenrevocation.pool;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.mint.VaultException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was done to tokens, clients and keys, by whom, why and from where; and what was refused.
 *
 * <p>Entries are added, and removed when they are older than {@code revocation.audit-retention};
 * nothing changes one. What a transaction does is written down by {@link
 * SessionTransaction#record}; here is the rest, and what reads. Thread-safe.
 */
public final class AuditTrail {

  private static final System.Logger LOG = System.getLogger(AuditTrail.class.getName());
  private static final String PURPOSE = "page of the audit trail";

  private final AuditStore store;
  private final Vault vault;
  private final RefusalBound ofAdministrators;
  private final RefusalBound ofOthers;

  AuditTrail(AuditStore store, Vault vault, LongSupplier nanos) {
    this.store = store;
    this.vault = vault;
    this.ofAdministrators = new RefusalBound(nanos);
    this.ofOthers = new RefusalBound(nanos);
  }

  /**
   * Writes down something that needs no other transaction.
   *
   * @param act what was done
   * @throws StoreUnavailableException if it may not be durable: what was done must not be answered
   */
  public void append(AuditAct act) {
    store.append(act);
  }

  /**
   * Writes down that an administrator or an access key was refused, as far as can be: a caller who
   * is refused again and again is written down {@value RefusalBound#OF_ONE} times a minute, all of
   * them together {@value RefusalBound#OF_ALL} times, by each node.
   *
   * @param act what was refused, to whom, and why
   */
  public void refused(AuditAct act) {
    refused(act, ofAdministrators);
  }

  /**
   * Writes down that somebody was refused who is no administrator, or not known: within bounds of
   * their own, so that what administrators are refused is written down whatever others do.
   *
   * @param act what was refused, to whom, and why
   */
  public void refusedToOthers(AuditAct act) {
    refused(act, ofOthers);
  }

  private void refused(AuditAct act, RefusalBound bound) {
    var passedOver = ofAdministrators.passedOver() + ofOthers.passedOver();
    if (passedOver > 0) {
      LOG.log(Level.WARNING, Messages.REFUSALS_PASSED_OVER.text(passedOver));
    }
    if (!bound.hasRoom(act.note().by())) {
      return;
    }
    try {
      store.append(act);
    } catch (StoreUnavailableException e) {
      LOG.log(
          Level.WARNING,
          Messages.REFUSAL_NOT_RECORDED.text(act.action(), act.note().by(), e.getMessage()));
    }
  }

  /**
   * Returns the store's own time.
   *
   * @return by which entries are dated
   * @throws StoreUnavailableException if it is not known
   */
  public Instant now() {
    return store.now();
  }

  /**
   * Returns a page of entries, newest first. Entries that are added meanwhile move no other from
   * one page to another.
   *
   * @param query which
   * @param limit how many at most
   * @param token of this page, from the one before; or null for the first
   * @return empty if the token is none of a page of this trail
   * @throws StoreUnavailableException if that is not known
   */
  public Optional<AuditPage> page(AuditQuery query, int limit, @Nullable String token) {
    if (token == null) {
      return Optional.of(page(query, limit, Optional.<AuditPosition>empty()));
    }
    try {
      var position = AuditPosition.parse(vault.open(PURPOSE, token));
      return Optional.of(page(query, limit, Optional.of(position)));
    } catch (VaultException notOurs) {
      return Optional.empty();
    }
  }

  private AuditPage page(AuditQuery query, int limit, Optional<AuditPosition> before) {
    var found = store.newest(query, before, limit + 1);
    if (found.size() <= limit) {
      return new AuditPage(found, Optional.empty());
    }
    var last = AuditPosition.of(found.get(limit - 1));
    return new AuditPage(
        found.subList(0, limit), Optional.of(vault.seal(PURPOSE, last.toString())));
  }

  /**
   * Returns the entries after another, oldest first.
   *
   * @param query which
   * @param after the last of the entries before, or null to begin
   * @param most how many at most
   * @return fewer if there are no more
   * @throws StoreUnavailableException if that is not known
   */
  public List<AuditEntry> oldest(AuditQuery query, @Nullable AuditEntry after, int most) {
    return store.oldest(query, Optional.ofNullable(after).map(AuditPosition::of), most);
  }

  /**
   * Counts entries in equal parts of a time.
   *
   * @param query which; must have both bounds
   * @param parts how many parts; positive
   * @return as many numbers, the oldest first
   * @throws StoreUnavailableException if that is not known
   */
  public List<Long> counts(AuditQuery query, int parts) {
    return store.counts(query, parts);
  }
}
