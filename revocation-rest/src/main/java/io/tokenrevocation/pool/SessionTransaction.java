package io.tokenrevocation.pool;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.RevocationKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One transaction on sign-ins and revocations.
 *
 * <p>Locks are held to the commit and are always taken in the order subject, family, cut-off, log.
 * What is over is removed ({@link RetentionStore}) when none of these is asked for any more.
 */
public interface SessionTransaction {

  /**
   * Returns a subject's state without a lock.
   *
   * @param subject whose
   * @return {@link SubjectState#NEW} if nothing is stored
   */
  SubjectState read(SubjectKey subject);

  /**
   * Returns the states of subjects without a lock.
   *
   * @param subjects whose
   * @return those that are stored; of the others it is {@link SubjectState#NEW}
   */
  Map<SubjectKey, SubjectState> read(Set<SubjectKey> subjects);

  /**
   * Returns a subject's state, which no sign-out changes before the commit.
   *
   * @param subject whose; stored if it is new
   * @return the state once the lock is held
   */
  SubjectState lockShared(SubjectKey subject);

  /**
   * Returns a subject's state, which nobody changes and nobody signs in or refreshes under before
   * the commit.
   *
   * @param subject whose; stored if it is new
   * @return the state once the lock is held
   */
  SubjectState lockExclusively(SubjectKey subject);

  /**
   * Changes the state of a subject that is locked exclusively.
   *
   * @param subject whose
   * @param state the new state
   */
  void save(SubjectKey subject, SubjectState state);

  /**
   * Returns the database's time at this very moment, not at the start of the transaction.
   *
   * @return the same clock for every node
   */
  Instant now();

  /**
   * Adds a family.
   *
   * @param family new
   */
  void open(Family family);

  /**
   * Finds a family without a lock.
   *
   * @param familyHash of what its refresh tokens share
   * @return empty if there is none, or it expired longer ago than {@link Family#FOUND_AFTER_EXPIRY}
   */
  Optional<Family> find(String familyHash);

  /**
   * Finds a family without a lock.
   *
   * @param id the family key
   * @return empty if there is none, or it expired longer ago than {@link Family#FOUND_AFTER_EXPIRY}
   */
  Optional<Family> find(UUID id);

  /**
   * Finds a family that nobody else changes before the commit.
   *
   * @param familyHash of what its refresh tokens share
   * @return the family as it is once the lock is held; empty if there is none, or it expired longer
   *     ago than {@link Family#FOUND_AFTER_EXPIRY}
   */
  Optional<Family> lock(String familyHash);

  /**
   * Finds those families that nobody else has locked and, from now on, nobody else changes before
   * the commit.
   *
   * @param familyHashes of what the refresh tokens of each share
   * @return without those that somebody else has locked
   */
  List<Family> lockFree(Set<String> familyHashes);

  /**
   * Tells which families there are.
   *
   * @param familyHashes of what the refresh tokens of each share
   * @return without those of which there is none, or it expired longer ago than {@link
   *     Family#FOUND_AFTER_EXPIRY}
   */
  Set<String> known(Set<String> familyHashes);

  /**
   * Returns a family that nobody else changes before the commit.
   *
   * @param id of a family that was found, in this transaction or before
   * @return the family as it is once the lock is held
   */
  Family lock(UUID id);

  /**
   * Changes a family that is locked.
   *
   * @param family as it is now
   */
  void save(Family family);

  /**
   * Revokes families that are locked.
   *
   * @param familyIds the family keys
   * @param now the database's time
   */
  void revoke(List<UUID> familyIds, Instant now);

  /**
   * Revokes every family of a subject but one, those that have long expired excepted.
   *
   * @param subject locked exclusively
   * @param kept the family to leave alone
   * @param now the database's time
   * @return those of which a filter may still accept a token; of the others, there is nothing to
   *     tell the filters
   */
  List<EndedFamily> revokeOthers(SubjectKey subject, UUID kept, Instant now);

  /**
   * Returns what may be asked about sessions.
   *
   * @return as this transaction sees them
   */
  SessionQueries sessions();

  /**
   * Returns the newest {@code iat} of a subject's tokens.
   *
   * @param subject whose
   * @return {@link Instant#EPOCH} if there is none
   */
  Instant newestIssue(SubjectKey subject);

  /**
   * Tells whether a subject has a family that is not revoked and of which some filter may still
   * accept a token, however much its clock may differ.
   *
   * @param subject whose
   * @param signOutEpoch the subject's; families of an earlier one do not count
   * @return false if there is none
   */
  boolean hasLiveFamily(SubjectKey subject, long signOutEpoch);

  /**
   * Returns the families whose latest token was issued in a second.
   *
   * @param subject whose
   * @param second in whole seconds
   * @return those of one user in one second: few
   */
  List<Family> lastMintedIn(SubjectKey subject, Instant second);

  /**
   * Appends revocations to the log.
   *
   * @param revocations followers read them in this order
   * @param note who records them, and why
   * @return them as they are kept
   */
  List<RecordedRevocation> append(List<? extends Revocation> revocations, Note note);

  /**
   * Writes to the audit trail what this transaction does: it is there once that is, and never
   * without it.
   *
   * @param act what is done, by whom and why
   */
  void record(AuditAct act);

  /**
   * Writes to the audit trail what this transaction does for a request of another thread.
   *
   * @param act what is done, by whom and why
   * @param from whose request it is
   */
  void record(AuditAct act, Caller from);

  /**
   * Tells whether the audit trail says that something was done.
   *
   * @param action what
   * @param value to what, as {@link AuditAct.Target#value} has it
   * @param since inclusive
   * @return false if it says no such thing
   */
  boolean hasRecorded(AuditAction action, String value, Instant since);

  /**
   * Returns what the log holds under some keys and still must keep.
   *
   * @param keys not empty
   * @return in the order they were recorded
   */
  List<RecordedRevocation> logged(List<RevocationKey> keys);

  /**
   * Tells whether a client exists at this very moment.
   *
   * @param clientId its id
   * @return false once its deletion has been committed
   */
  boolean hasClient(String clientId);

  /**
   * Returns a client that nobody else changes before the commit.
   *
   * @param clientId its id
   * @return empty if it does not exist any more
   */
  Optional<AppClient> lockClient(String clientId);

  /**
   * Removes a client, if it exists.
   *
   * @param clientId its id
   */
  void removeClient(String clientId);

  /**
   * Returns before when sign-ins of a user at a client are out of use.
   *
   * @param subject the user
   * @param clientId the client
   * @return the latest of the cut-offs that apply, {@link Instant#EPOCH} if there is none
   */
  Instant signedInBefore(SubjectKey subject, String clientId);

  /**
   * Tells whether a cut-off would take a sign-in out of use that can still be refreshed.
   *
   * @param cutOff not yet kept
   * @return false if every refresh token it covers has expired
   */
  boolean coversAny(CutOff cutOff);

  /**
   * Takes earlier sign-ins out of use, for good.
   *
   * @param cutOff one under the same key keeps the later bound
   */
  void raise(CutOff cutOff);
}
