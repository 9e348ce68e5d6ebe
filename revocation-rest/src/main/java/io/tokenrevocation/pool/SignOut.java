package io.tokenrevocation.pool;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.feed.RevocationFeed;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs a user out everywhere: every token they have is refused, whichever client it is for.
 *
 * <p>When it returns, the sign-out is durable and this node enforces it. A sign-in straight
 * afterwards is not affected, in the same second neither. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html">GlobalSignOut</a>
 */
public final class SignOut {

  private static final System.Logger LOG = System.getLogger(SignOut.class.getName());

  private final SessionStore sessions;
  private final Revocations revocations;
  private final RevocationFeed feed;

  SignOut(SessionStore sessions, Revocations revocations, RevocationFeed feed) {
    this.sessions = sessions;
    this.revocations = revocations;
    this.feed = feed;
  }

  /**
   * Signs a user out everywhere.
   *
   * @param user whom; need not have signed in
   * @param note who does it, and why
   * @return the revocation that covers everything but what was minted in its very second
   * @throws io.tokenrevocation.StoreUnavailableException if the sign-out may not be durable
   */
  public RecordedRevocation everywhere(SubjectKey user, Note note) {
    return everywhere(user, act(user, note));
  }

  /** Signs a user out everywhere, and calls it in the audit trail what the caller does. */
  RecordedRevocation everywhere(SubjectKey user, AuditAct act) {
    var done =
        sessions.inTransaction(
            transaction -> signOut(transaction, user, transaction.lockExclusively(user), act));
    committed(user, done);
    return done.recorded().get(0);
  }

  /**
   * Signs a user out everywhere at their own wish.
   *
   * @param session the live session of the access token that says so
   * @return the user, or a refusal if the session has been taken out of use meanwhile
   * @throws io.tokenrevocation.StoreUnavailableException if the sign-out may not be durable
   */
  public Outcome<User> everywhere(LiveSession session) {
    var family = session.family();
    return everywhere(family, Note.by("user " + family.owner().subject()))
        ? new Outcome.Done<>(session.user())
        : new Outcome.Refused<>(Refusal.REVOKED);
  }

  /**
   * Signs a family's user out everywhere, unless the family is out of use; tells whether it did.
   */
  boolean everywhere(Family family, Note note) {
    return ending(family, note) instanceof Outcome.Done;
  }

  /** Signs a user out everywhere, and tells what was live until then. */
  Effect ending(SubjectKey user, Note note) {
    return ended(
        user,
        sessions.inTransaction(
            transaction -> end(transaction, user, transaction.lockExclusively(user), note)));
  }

  /** The same, unless a family of theirs is out of use. */
  Outcome<Effect> ending(Family family, Note note) {
    var user = family.owner();
    var done =
        sessions.inTransaction(
            transaction -> {
              var state = transaction.lockExclusively(user);
              return transaction
                  .find(family.id())
                  .filter(found -> !found.isRevoked(state))
                  .map(found -> signOut(transaction, user, state, act(user, note)));
            });
    return done.<Outcome<Effect>>map(end -> new Outcome.Done<>(ended(user, end)))
        .orElseGet(() -> new Outcome.Refused<>(Refusal.REVOKED));
  }

  /** Where nothing is left that could be in use, nothing is recorded. */
  private Ended end(
      SessionTransaction transaction, SubjectKey user, SubjectState state, Note note) {
    return transaction.hasLiveFamily(user, state.signOutEpoch())
        ? signOut(transaction, user, state, act(user, note))
        : new Ended(Effect.NONE, List.of());
  }

  private Effect ended(SubjectKey user, Ended done) {
    if (!done.recorded().isEmpty()) {
      committed(user, done);
    }
    return done.effect();
  }

  private record Ended(Effect effect, List<RecordedRevocation> recorded) {}

  /**
   * The subject revocation spares the second of the cut-off, in which they may sign in again; what
   * was minted in that second before now is taken out of use family by family.
   */
  private Ended signOut(
      SessionTransaction transaction, SubjectKey user, SubjectState state, AuditAct act) {
    var cutOff = later(state.issuedAt(transaction.now()), transaction.newestIssue(user));
    var effect = transaction.sessions().count(SessionScope.of(user));
    transaction.save(user, state.signedOutAgain(cutOff));
    var recorded = new ArrayList<Revocation>();
    recorded.add(revocations.of(user, cutOff));
    for (var family : transaction.lastMintedIn(user, cutOff)) {
      recorded.add(revocations.of(family));
    }
    transaction.record(act.ending(effect));
    return new Ended(effect, transaction.append(recorded, act.note()));
  }

  private void committed(SubjectKey user, Ended done) {
    var recorded = done.recorded();
    feed.apply(
        recorded.stream().map(RecordedRevocation::revocation).toList(),
        recorded.get(0).revokedAt()); // all at once
    LOG.log(Level.INFO, Messages.SIGNED_OUT.text(user.subject(), user.poolId()));
  }

  private AuditAct act(SubjectKey user, Note note) {
    return AuditAct.of(AuditAction.SIGN_OUT, user.poolId(), revocations.keyOf(user), note);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
