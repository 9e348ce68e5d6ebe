package io.tokenrevocation.jpa;

import static java.util.stream.Collectors.toMap;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.AuditAction;
import io.tokenrevocation.pool.Caller;
import io.tokenrevocation.pool.CutOff;
import io.tokenrevocation.pool.EndedFamily;
import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.RecordedRevocation;
import io.tokenrevocation.pool.SessionQueries;
import io.tokenrevocation.pool.SessionTransaction;
import io.tokenrevocation.pool.SubjectKey;
import io.tokenrevocation.pool.SubjectState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** {@link SessionTransaction} on one {@link EntityManager}. */
final class JpaSessionTransaction implements SessionTransaction {

  private final EntityManager entities;
  private final LogOrder order;
  private final AuditWriter audit;
  private @Nullable Instant newest;
  private final JpaFamilies families;
  private final JpaCutOffs cutOffs;
  private boolean appended;

  JpaSessionTransaction(EntityManager entities, LogOrder order, AuditWriter audit) {
    this.entities = entities;
    this.order = order;
    this.audit = audit;
    this.families = new JpaFamilies(entities);
    this.cutOffs = new JpaCutOffs(entities);
  }

  /** Tells whether the commit will be news to the other nodes. */
  boolean hasAppended() {
    return appended;
  }

  @Override
  public SubjectState read(SubjectKey subject) {
    var found = entities.find(SubjectEntity.class, SubjectEntity.Id.of(subject));
    return found == null ? SubjectState.NEW : found.toState();
  }

  @Override
  public Map<SubjectKey, SubjectState> read(Set<SubjectKey> subjects) {
    return entities
        .createQuery("from SubjectEntity where id in :ids", SubjectEntity.class)
        .setParameter("ids", subjects.stream().map(SubjectEntity.Id::of).toList())
        .getResultStream()
        .collect(toMap(found -> found.id.toKey(), SubjectEntity::toState));
  }

  /**
   * Exclusively here too: PostgreSQL lets those who share a lock pass one who waits to have it
   * alone, and a sign-out would wait for as long as refreshes overlap. H2 has no shared locks.
   */
  @Override
  public SubjectState lockShared(SubjectKey subject) {
    return lockExclusively(subject);
  }

  /** A row inserted here is as good as locked; a second insert of it fails and is tried again. */
  @Override
  public SubjectState lockExclusively(SubjectKey subject) {
    var id = SubjectEntity.Id.of(subject);
    var found = entities.find(SubjectEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      found = new SubjectEntity(id);
      entities.persist(found);
      entities.flush();
    }
    return found.toState();
  }

  @Override
  public void save(SubjectKey subject, SubjectState state) {
    entities.getReference(SubjectEntity.class, SubjectEntity.Id.of(subject)).update(state);
  }

  @Override
  public Instant now() {
    newest = DatabaseClock.now(entities);
    return newest;
  }

  @Override
  public void record(AuditAct act) {
    audit.write(entities, act, lastAsked());
  }

  @Override
  public void record(AuditAct act, Caller from) {
    audit.write(entities, act, from, lastAsked());
  }

  /** The time that was last asked for, so that what is written down costs no statement more. */
  private Instant lastAsked() {
    return newest == null ? now() : newest;
  }

  @Override
  public boolean hasRecorded(AuditAction action, String value, Instant since) {
    return AuditQueries.exists(entities, action, value, since);
  }

  @Override
  public void open(Family family) {
    families.open(family);
  }

  @Override
  public Optional<Family> find(String familyHash) {
    return families.find(familyHash);
  }

  @Override
  public Optional<Family> find(UUID id) {
    return families.find(id);
  }

  @Override
  public Optional<Family> lock(String familyHash) {
    return families.lock(familyHash);
  }

  @Override
  public Family lock(UUID id) {
    return families.lock(id);
  }

  @Override
  public List<Family> lockFree(Set<String> familyHashes) {
    return families.lockFree(familyHashes);
  }

  @Override
  public Set<String> known(Set<String> familyHashes) {
    return families.known(familyHashes);
  }

  @Override
  public void save(Family family) {
    families.save(family);
  }

  @Override
  public void revoke(List<UUID> familyIds, Instant now) {
    families.revoke(familyIds, now);
  }

  @Override
  public Instant newestIssue(SubjectKey subject) {
    return families.newestIssue(subject);
  }

  @Override
  public boolean hasLiveFamily(SubjectKey subject, long signOutEpoch) {
    return families.hasLive(subject, signOutEpoch, now());
  }

  @Override
  public List<Family> lastMintedIn(SubjectKey subject, Instant second) {
    return families.lastMintedIn(subject, second);
  }

  @Override
  public List<EndedFamily> revokeOthers(SubjectKey subject, UUID kept, Instant now) {
    var epoch = read(subject).signOutEpoch();
    return new OtherFamilies(entities, subject, epoch, kept).revoke(now);
  }

  @Override
  public SessionQueries sessions() {
    return new JpaSessionQueries(entities);
  }

  @Override
  public boolean hasClient(String clientId) {
    return entities
            .createQuery("select count(*) from ClientEntity where id = :id", Long.class)
            .setParameter("id", clientId)
            .getSingleResult()
        > 0;
  }

  @Override
  public Optional<AppClient> lockClient(String clientId) {
    var found = entities.find(ClientEntity.class, clientId, LockModeType.PESSIMISTIC_WRITE);
    return Optional.ofNullable(found).map(ClientEntity::toClient);
  }

  @Override
  public void removeClient(String clientId) {
    entities
        .createQuery("delete from ClientEntity where id = :id")
        .setParameter("id", clientId)
        .executeUpdate();
  }

  @Override
  public Instant signedInBefore(SubjectKey subject, String clientId) {
    return cutOffs.latest(subject, clientId);
  }

  @Override
  public boolean coversAny(CutOff cutOff) {
    return cutOffs.coversAny(cutOff);
  }

  @Override
  public void raise(CutOff cutOff) {
    cutOffs.raise(cutOff);
  }

  @Override
  public List<RecordedRevocation> logged(List<RevocationKey> keys) {
    var kinds = keys.stream().map(RevocationKey::kind).toList();
    return entities
        .createQuery(
            "from LoggedRevocation where revoked in :values and issuer in :issuers"
                + " and kind in :kinds and retainUntil > :now order by number",
            LoggedRevocation.class)
        .setParameter("values", keys.stream().map(RevocationKey::value).toList())
        .setParameter("issuers", keys.stream().map(RevocationKey::issuer).distinct().toList())
        .setParameter("kinds", kinds)
        .setParameter("now", now())
        .getResultStream()
        .map(LoggedRevocation::toRecorded)
        .filter(recorded -> keys.contains(recorded.revocation().key()))
        .toList();
  }

  @Override
  public List<RecordedRevocation> append(List<? extends Revocation> revocations, Note note) {
    var numbers = order.numbers(entities, revocations.size()).iterator();
    var now = lastAsked();
    var recorded = new ArrayList<RecordedRevocation>();
    entities.unwrap(Session.class).setJdbcBatchSize(revocations.size()); // nothing secret in these
    for (var revocation : revocations) {
      var row = new RecordedRevocation(revocation, now, note);
      entities.persist(new LoggedRevocation(numbers.next(), row));
      recorded.add(row);
      appended = true;
    }
    return recorded;
  }
}
