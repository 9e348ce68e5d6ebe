package io.tokenrevocation.pool;

import io.tokenrevocation.FamilyRevocation;
import io.tokenrevocation.Revocation;
import io.tokenrevocation.feed.RevocationFeed;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends sessions of a user: one, all others, or all; or tells what that would hit.
 *
 * <p>When an act returns, it is durable and this node enforces it. Doing it again changes nothing.
 * Every method throws {@link io.tokenrevocation.StoreUnavailableException} if what it did may not
 * be durable. Thread-safe.
 */
public final class SessionEnding {

  private static final System.Logger LOG = System.getLogger(SessionEnding.class.getName());

  private final SessionStore sessions;
  private final Revocations revocations;
  private final FamilyRevoker families;
  private final SignOut signOut;
  private final RevocationFeed feed;

  SessionEnding(
      SessionStore sessions,
      Revocations revocations,
      FamilyRevoker families,
      SignOut signOut,
      RevocationFeed feed) {
    this.sessions = sessions;
    this.revocations = revocations;
    this.families = families;
    this.signOut = signOut;
    this.feed = feed;
  }

  /**
   * Ends a session.
   *
   * @param session that was found
   * @param how by whom and why, or not really
   * @return one session, or none if it was not live
   */
  public Effect one(Family session, Ending how) {
    return how.dryRun() ? count(SessionScope.of(session)) : families.end(session, how.note());
  }

  /**
   * Ends all sessions of a user but one, which goes on with all its tokens.
   *
   * <p>Each is revoked for itself, for a cut-off would take the tokens of the one that is kept out
   * of use as well. All are marked by one statement; only those of which a filter may still accept
   * a token are written to the log.
   *
   * @param user whose
   * @param kept the session to keep
   * @param how by whom and why, or not really
   * @return what was ended; or why nothing was: {@link Refusal#UNKNOWN_SESSION}, or {@link
   *     Refusal#REVOKED} if the one to keep is not live itself
   */
  public Outcome<Effect> others(SubjectKey user, UUID kept, Ending how) {
    var refusal = sessions.inTransaction(transaction -> refusal(transaction, user, kept));
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    var others = SessionScope.of(user).except(kept);
    if (how.dryRun()) {
      return new Outcome.Done<>(count(others));
    }
    var outcome =
        sessions.inTransaction(transaction -> others(transaction, user, kept, how.note()));
    if (outcome instanceof Outcome.Done<Ended> done) {
      var ended = done.value();
      feed.apply(ended.revocations(), ended.at());
      LOG.log(
          Level.INFO,
          Messages.OTHERS_ENDED.text(
              ended.effect().sessions().orElse(0), user.subject(), user.poolId(), how.note().by()));
      return new Outcome.Done<>(ended.effect());
    }
    return new Outcome.Refused<>(((Outcome.Refused<Ended>) outcome).refusal());
  }

  private Outcome<Ended> others(
      SessionTransaction transaction, SubjectKey user, UUID kept, Note note) {
    transaction.lockExclusively(user);
    var refusal = refusal(transaction, user, kept);
    if (refusal.isPresent()) {
      return new Outcome.Refused<>(refusal.get());
    }
    var now = transaction.now();
    var recorded = new ArrayList<FamilyRevocation>();
    for (var family : transaction.revokeOthers(user, kept, now)) {
      recorded.add(revocations.of(user, family));
    }
    var scope = SessionScope.of(user).except(kept).revokedAt(now);
    var effect = transaction.sessions().count(scope);
    if (!effect.isNone()) {
      var act = AuditAct.of(AuditAction.END_OTHERS, user.poolId(), revocations.keyOf(user), note);
      transaction.record(act.ending(effect));
    }
    if (!recorded.isEmpty()) {
      transaction.append(recorded, note);
    }
    return new Outcome.Done<>(new Ended(effect, List.copyOf(recorded), now));
  }

  private static Optional<Refusal> refusal(
      SessionTransaction transaction, SubjectKey user, UUID kept) {
    var family = transaction.find(kept).filter(found -> found.owner().equals(user));
    if (family.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_SESSION);
    }
    return isLive(transaction, family.get()) ? Optional.empty() : Optional.of(Refusal.REVOKED);
  }

  private static boolean isLive(SessionTransaction transaction, Family family) {
    return !transaction.sessions().count(SessionScope.of(family)).isNone();
  }

  /**
   * Ends all sessions of a user: signs them out everywhere.
   *
   * @param user whose
   * @param how by whom and why, or not really
   * @return what was ended
   */
  public Effect all(SubjectKey user, Ending how) {
    return how.dryRun() ? count(SessionScope.of(user)) : signOut.ending(user, how.note());
  }

  /**
   * Ends all sessions of a user at their own wish.
   *
   * @param session the live session of the access token that says so
   * @param how by whom and why, or not really
   * @return what was ended, or a refusal if the session has been ended meanwhile
   */
  public Outcome<Effect> all(LiveSession session, Ending how) {
    var family = session.family();
    return how.dryRun()
        ? new Outcome.Done<>(count(SessionScope.of(family.owner())))
        : signOut.ending(family, how.note());
  }

  private Effect count(SessionScope scope) {
    return sessions.inTransaction(transaction -> transaction.sessions().count(scope));
  }

  private record Ended(Effect effect, List<? extends Revocation> revocations, Instant at) {}
}
