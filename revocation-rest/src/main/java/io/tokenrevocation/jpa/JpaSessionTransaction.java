package io.tokenrevocation.jpa;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.SessionTransaction;
import io.tokenrevocation.pool.SubjectKey;
import io.tokenrevocation.pool.SubjectState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** {@link SessionTransaction} on one {@link EntityManager}. */
final class JpaSessionTransaction implements SessionTransaction {

  private final EntityManager entities;

  JpaSessionTransaction(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public SubjectState read(SubjectKey subject) {
    var found = entities.find(SubjectEntity.class, SubjectEntity.Id.of(subject));
    return found == null ? SubjectState.NEW : found.toState();
  }

  @Override
  public SubjectState lockShared(SubjectKey subject) {
    return lock(subject, LockModeType.PESSIMISTIC_READ);
  }

  @Override
  public SubjectState lockExclusively(SubjectKey subject) {
    return lock(subject, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public void save(SubjectKey subject, SubjectState state) {
    entities.getReference(SubjectEntity.class, SubjectEntity.Id.of(subject)).update(state);
  }

  @Override
  public Instant now() {
    return DatabaseClock.now(entities);
  }

  @Override
  public void open(Family family, byte[] refreshTokenHash) {
    entities.persist(new FamilyEntity(family, refreshTokenHash));
  }

  @Override
  public Optional<Family> find(byte[] refreshTokenHash) {
    return entities
        .createQuery("from FamilyEntity where refreshTokenHash = :hash", FamilyEntity.class)
        .setParameter("hash", refreshTokenHash)
        .getResultStream()
        .findFirst()
        .map(FamilyEntity::toFamily);
  }

  @Override
  public Optional<Family> find(UUID id) {
    return Optional.ofNullable(entities.find(FamilyEntity.class, id)).map(FamilyEntity::toFamily);
  }

  @Override
  public Family lock(UUID id) {
    var found = entities.find(FamilyEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    return Objects.requireNonNull(found, "no such family").toFamily();
  }

  @Override
  public void save(Family family) {
    entities.getReference(FamilyEntity.class, family.id()).update(family);
  }

  @Override
  public Instant newestIssue(SubjectKey subject) {
    var newest =
        entities
            .createQuery(
                "select max(lastIssuedAt) from FamilyEntity"
                    + " where poolId = :pool and subject = :subject",
                Instant.class)
            .setParameter("pool", subject.poolId())
            .setParameter("subject", subject.subject())
            .getSingleResult();
    return newest == null ? Instant.EPOCH : newest;
  }

  @Override
  public List<Family> lastMintedIn(SubjectKey subject, Instant second) {
    return entities
        .createQuery(
            "from FamilyEntity"
                + " where poolId = :pool and subject = :subject and lastIssuedAt = :second",
            FamilyEntity.class)
        .setParameter("pool", subject.poolId())
        .setParameter("subject", subject.subject())
        .setParameter("second", second)
        .getResultStream()
        .map(FamilyEntity::toFamily)
        .toList();
  }

  @Override
  public void append(List<? extends Revocation> revocations) {
    var end = entities.find(LogEnd.class, LogEnd.ONLY, LockModeType.PESSIMISTIC_WRITE);
    var now = now();
    for (var revocation : revocations) {
      end.number++;
      entities.persist(new LoggedRevocation(end.number, revocation, now));
    }
  }

  /** A row inserted here is as good as locked; a second insert of it fails and is tried again. */
  private SubjectState lock(SubjectKey subject, LockModeType mode) {
    var id = SubjectEntity.Id.of(subject);
    var found = entities.find(SubjectEntity.class, id, mode);
    if (found == null) {
      found = new SubjectEntity(id);
      entities.persist(found);
      entities.flush();
    }
    return found.toState();
  }
}
