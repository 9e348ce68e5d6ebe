package io.tokenrevocation.pool;

import io.tokenrevocation.CutOffRevocation;
import io.tokenrevocation.RevocationKey;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Takes out of use everything that a user pool issued before an instant: to a subject, to a client,
 * or to anybody. A refresh token is as old as its sign-in. Thread-safe.
 */
final class CutOffs {

  private final RevocationRecorder recorder;

  CutOffs(RevocationRecorder recorder) {
    this.recorder = recorder;
  }

  /**
   * What is issued before the cut-off.
   *
   * @param poolId the pool
   * @param key of a subject, a client or the issuer
   */
  record Scope(String poolId, RevocationKey key) {

    CutOff cutOff(Instant at) {
      return new CutOff(
          poolId, key.kind(), key.kind() == RevocationKey.Kind.ISSUER ? poolId : key.value(), at);
    }

    CutOffRevocation revocation(Instant at) {
      return Revocations.cutOff(key, at, Retention.ofTokensIssuedBefore(at));
    }
  }

  /** Cuts off at an instant that was asked for. */
  RecordedRevocation before(Instant issuedBefore, Scope scope, Note note) {
    return recorder.inTransaction(
        transaction -> {
          var cutOff = scope.cutOff(issuedBefore);
          var act = AuditAct.of(AuditAction.REVOKE, scope.poolId(), scope.key(), note);
          var effect = effect(transaction, cutOff);
          transaction.raise(cutOff);
          return RevocationRecorder.append(
              transaction, scope.revocation(issuedBefore), act.ending(effect));
        });
  }

  /**
   * Cuts off everything issued up to now.
   *
   * <p>No lock keeps a refresh out that looked before the commit and mints after it. But it read
   * the clock before it looked, so what it mints is of a second no later than the commit's: once
   * that is behind, the cut-off is moved there, if it is not there already. What is issued in the
   * rest of that second is cut off too: a client has too many families to tell them apart.
   *
   * @param act what the audit trail calls it, without what it ends
   * @param alongside what else to do in the same transaction, first
   */
  RecordedRevocation upToNow(Scope scope, AuditAct act, Consumer<SessionTransaction> alongside) {
    recorder.inTransaction(
        transaction -> {
          // first: of a client that is removed nothing is live any more
          var effect = effect(transaction, scope.cutOff(nextSecond(transaction)));
          alongside.accept(transaction);
          transaction.record(act.ending(effect));
          return cutOffNow(transaction, scope, act.note());
        });
    return recorder.inTransaction(transaction -> cutOffNow(transaction, scope, act.note()));
  }

  private static Effect effect(SessionTransaction transaction, CutOff cutOff) {
    if (cutOff.kind() == RevocationKey.Kind.SUBJECT) {
      transaction.lockExclusively(new SubjectKey(cutOff.poolId(), cutOff.revoked()));
    }
    return transaction.sessions().count(SessionScope.of(cutOff));
  }

  private static RecordedRevocation cutOffNow(
      SessionTransaction transaction, Scope scope, Note note) {
    var at = nextSecond(transaction);
    transaction.raise(scope.cutOff(at));
    return RevocationRecorder.append(transaction, scope.revocation(at), note);
  }

  private static Instant nextSecond(SessionTransaction transaction) {
    return RevocationRequest.nextSecond(transaction.now());
  }
}
