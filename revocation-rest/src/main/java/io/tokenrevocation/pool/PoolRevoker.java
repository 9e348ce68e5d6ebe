package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.TokenRevocation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Revokes what this authority's own pools issued, refresh tokens too. Thread-safe. */
final class PoolRevoker {

  /** Later than any sign-in, and within what databases keep. */
  private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

  private final SessionStore sessions;
  private final FamilyRevoker families;
  private final SignOut signOut;
  private final CutOffs cutOffs;
  private final RevocationRecorder recorder;
  private final CutOffBounds bounds;

  PoolRevoker(
      SessionStore sessions,
      FamilyRevoker families,
      SignOut signOut,
      RevocationRecorder recorder,
      CutOffBounds bounds) {
    this.sessions = sessions;
    this.families = families;
    this.signOut = signOut;
    this.cutOffs = new CutOffs(recorder);
    this.recorder = recorder;
    this.bounds = bounds;
  }

  Outcome<RecordedRevocation> revoke(UserPool pool, RevocationRequest request) {
    var key = request.key();
    return switch (key.kind()) {
      case TOKEN -> new Outcome.Done<>(token(pool, request));
      case FAMILY -> family(pool, key, request.note());
      case SESSION -> new Outcome.Refused<>(Refusal.NO_SESSIONS);
      case SUBJECT, CLIENT, ISSUER -> cutOff(new CutOffs.Scope(pool.id(), key), request);
    };
  }

  /** The live sessions that a revocation would end; one token ends none. */
  Outcome<Effect> preview(UserPool pool, RevocationRequest request) {
    var key = request.key();
    return switch (key.kind()) {
      case TOKEN -> new Outcome.Done<>(Effect.NONE);
      case FAMILY ->
          find(pool, key)
              .<Outcome<Effect>>map(family -> new Outcome.Done<>(count(SessionScope.of(family))))
              .orElseGet(() -> new Outcome.Refused<>(Refusal.UNKNOWN_FAMILY));
      case SESSION -> new Outcome.Refused<>(Refusal.NO_SESSIONS);
      case SUBJECT, CLIENT, ISSUER ->
          previewCutOff(new CutOffs.Scope(pool.id(), key), request.issuedBefore());
    };
  }

  private Outcome<Effect> previewCutOff(CutOffs.Scope scope, Optional<Instant> issuedBefore) {
    return issuedBefore
        .flatMap(at -> refusal(scope, at))
        .<Outcome<Effect>>map(Outcome.Refused::new)
        .orElseGet(
            () ->
                new Outcome.Done<>(
                    count(SessionScope.of(scope.cutOff(issuedBefore.orElse(FOR_EVER))))));
  }

  private Effect count(SessionScope scope) {
    return sessions.inTransaction(transaction -> transaction.sessions().count(scope));
  }

  /** One token ends no session. */
  private RecordedRevocation token(UserPool pool, RevocationRequest request) {
    var key = request.key();
    var act = AuditAct.of(AuditAction.REVOKE, pool.id(), key, request.note()).ending(0L);
    return recorder.inTransaction(
        transaction ->
            RevocationRecorder.append(
                transaction,
                new TokenRevocation(
                    key.issuer(), key.value(), Retention.ofTokensIssuedBefore(transaction.now())),
                act));
  }

  private Outcome<RecordedRevocation> family(UserPool pool, RevocationKey key, Note note) {
    return find(pool, key)
        .<Outcome<RecordedRevocation>>map(
            family -> new Outcome.Done<>(families.revoke(family.id(), note)))
        .orElseGet(() -> new Outcome.Refused<>(Refusal.UNKNOWN_FAMILY));
  }

  private Optional<Family> find(UserPool pool, RevocationKey key) {
    return uuid(key.value())
        .flatMap(id -> sessions.inTransaction(transaction -> transaction.find(id)))
        .filter(family -> family.owner().poolId().equals(pool.id()));
  }

  private Outcome<RecordedRevocation> cutOff(CutOffs.Scope scope, RevocationRequest request) {
    if (request.issuedBefore().isEmpty()) {
      return new Outcome.Done<>(upToNow(scope, request.note()));
    }
    var issuedBefore = request.issuedBefore().get();
    return refusal(scope, issuedBefore)
        .<Outcome<RecordedRevocation>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(cutOffs.before(issuedBefore, scope, request.note())));
  }

  private Optional<Refusal> refusal(CutOffs.Scope scope, Instant issuedBefore) {
    return bounds.refusal(
        issuedBefore,
        Retention.LONGEST_TOKEN_LIFE,
        transaction -> transaction.coversAny(scope.cutOff(issuedBefore)));
  }

  /** A subject can be told apart to the token, even within a second. */
  private RecordedRevocation upToNow(CutOffs.Scope scope, Note note) {
    var act = AuditAct.of(AuditAction.REVOKE, scope.poolId(), scope.key(), note);
    return scope.key().kind() == Kind.SUBJECT
        ? signOut.everywhere(new SubjectKey(scope.poolId(), scope.key().value()), act)
        : cutOffs.upToNow(scope, act, transaction -> {});
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
