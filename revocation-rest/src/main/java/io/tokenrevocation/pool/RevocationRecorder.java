package io.tokenrevocation.pool;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.feed.RevocationFeed;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Records revocations: commits them, then has this node enforce them. Thread-safe. */
final class RevocationRecorder {

  private static final System.Logger LOG = System.getLogger(RevocationRecorder.class.getName());

  /** So that what is revoked again and again is not written down again and again. */
  private static final Duration NOT_MUCH_LONGER = Duration.ofDays(1);

  private final SessionStore sessions;
  private final RevocationFeed feed;

  RevocationRecorder(SessionStore sessions, RevocationFeed feed) {
    this.sessions = sessions;
    this.feed = feed;
  }

  /** Records what a transaction records. */
  RecordedRevocation inTransaction(Function<SessionTransaction, RecordedRevocation> work) {
    var recorded = sessions.inTransaction(work);
    var key = recorded.revocation().key();
    feed.apply(List.of(recorded.revocation()), recorded.revokedAt());
    LOG.log(
        Level.INFO,
        Messages.REVOKED.text(key.kind(), key.value(), key.issuer(), recorded.note().by()));
    return recorded;
  }

  /**
   * Records one revocation, and the act in the audit trail, unless one that covers as much is
   * there.
   */
  static RecordedRevocation append(
      SessionTransaction transaction, Revocation revocation, AuditAct act) {
    return find(transaction, revocation)
        .orElseGet(
            () -> {
              transaction.record(act);
              return transaction.append(List.of(revocation), act.note()).get(0);
            });
  }

  /**
   * Records one revocation, unless one that covers as much is there, and is kept for as long or
   * nearly so.
   */
  static RecordedRevocation append(
      SessionTransaction transaction, Revocation revocation, Note note) {
    return find(transaction, revocation)
        .orElseGet(() -> transaction.append(List.of(revocation), note).get(0));
  }

  private static Optional<RecordedRevocation> find(
      SessionTransaction transaction, Revocation revocation) {
    return transaction.logged(List.of(revocation.key())).stream()
        .filter(logged -> coversAsMuch(logged.revocation(), revocation))
        .findFirst();
  }

  private static boolean coversAsMuch(Revocation logged, Revocation wanted) {
    return !wanted.retainUntil().isAfter(logged.retainUntil().plus(NOT_MUCH_LONGER))
        && (!(logged instanceof CutOffRevocation one)
            || !(wanted instanceof CutOffRevocation other)
            || !one.issuedBefore().isBefore(other.issuedBefore()));
  }
}
