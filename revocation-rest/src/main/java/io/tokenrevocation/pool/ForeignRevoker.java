package io.tokenrevocation.pool;

import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.SessionRevocation;
import io.tokenrevocation.TokenRevocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Revokes what issuers other than this authority issued, of whose sign-ins it knows nothing. */
final class ForeignRevoker {

  private final ForeignIssuers issuers;
  private final RevocationRecorder recorder;
  private final CutOffBounds bounds;

  ForeignRevoker(ForeignIssuers issuers, RevocationRecorder recorder, CutOffBounds bounds) {
    this.issuers = issuers;
    this.recorder = recorder;
    this.bounds = bounds;
  }

  Outcome<RecordedRevocation> revoke(RevocationRequest request) {
    return issuers
        .find(request.key().issuer())
        .map(issuer -> revoke(request, issuer.longestTokenLife()))
        .orElseGet(() -> new Outcome.Refused<>(Refusal.UNKNOWN_ISSUER));
  }

  /** Only whether it would be refused: of their sign-ins nothing is known. */
  Outcome<Effect> preview(RevocationRequest request) {
    return issuers
        .find(request.key().issuer())
        .map(issuer -> refusal(request, issuer.longestTokenLife()))
        .orElseGet(() -> Optional.of(Refusal.UNKNOWN_ISSUER))
        .<Outcome<Effect>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(Effect.UNKNOWN));
  }

  private Optional<Refusal> refusal(RevocationRequest request, Duration life) {
    return request
        .issuedBefore()
        .flatMap(issuedBefore -> bounds.refusal(issuedBefore, life, transaction -> false));
  }

  private Outcome<RecordedRevocation> revoke(RevocationRequest request, Duration life) {
    return refusal(request, life)
        .<Outcome<RecordedRevocation>>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Done<>(record(request, life)));
  }

  private RecordedRevocation record(RevocationRequest request, Duration life) {
    var act = AuditAct.of(AuditAction.REVOKE, null, request.key(), request.note());
    return recorder.inTransaction(
        transaction ->
            RevocationRecorder.append(
                transaction, revocation(request, life, transaction.now()), act));
  }

  /** Families are unknown, so a cut-off spares nothing of the second in which it is made. */
  private static Revocation revocation(RevocationRequest request, Duration life, Instant now) {
    var key = request.key();
    var issuedBefore = request.issuedBefore().orElse(RevocationRequest.nextSecond(now));
    return switch (key.kind()) {
      case TOKEN -> new TokenRevocation(key.issuer(), key.value(), retained(key, now, life));
      case FAMILY -> new FamilyRevocation(key.issuer(), key.value(), retained(key, now, life));
      case SESSION -> new SessionRevocation(key.issuer(), key.value(), retained(key, now, life));
      case SUBJECT, CLIENT, ISSUER ->
          Revocations.cutOff(key, issuedBefore, Retention.ofTokensUntil(issuedBefore.plus(life)));
    };
  }

  /** A session goes on at its issuer, and so does its family. */
  private static Instant retained(RevocationKey key, Instant now, Duration life) {
    var over = key.kind() == RevocationKey.Kind.TOKEN ? now : now.plus(Retention.LONGEST_SESSION);
    return Retention.ofTokensUntil(over.plus(life));
  }
}
