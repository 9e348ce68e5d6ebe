package io.tokenrevocation.jpa;

import static java.util.stream.Collectors.toSet;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** What a transaction reads and writes of families. */
final class JpaFamilies {

  /** By the time the transaction began: of days, a moment more or less does not matter. */
  private static final String STILL_FOUND =
      " and refreshExpiresAt > instant - " + Family.FOUND_AFTER_EXPIRY.toDays() + " day";

  /** In SQL, for nothing else says it to both products. */
  private static final String FREE =
      "select id from revocation_family where refresh_family_hash in (:hashes)"
          + " and refresh_expires_at > current_timestamp - interval '"
          + Family.FOUND_AFTER_EXPIRY.toDays()
          + "' day for update skip locked";

  private final EntityManager entities;

  JpaFamilies(EntityManager entities) {
    this.entities = entities;
  }

  void open(Family family) {
    entities.persist(new FamilyEntity(family));
  }

  Optional<Family> find(String familyHash) {
    return holding(familyHash).getResultStream().findFirst().map(this::forgotten);
  }

  Optional<Family> lock(String familyHash) {
    return holding(familyHash)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .map(FamilyEntity::toFamily);
  }

  /** Read when they are locked, and by the columns that this release knows. */
  List<Family> lockFree(Set<String> familyHashes) {
    var ids =
        entities
            .unwrap(Session.class)
            .createNativeQuery(FREE, UUID.class)
            .setParameterList("hashes", parsed(familyHashes))
            .getResultList();
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("from FamilyEntity where id in :ids", FamilyEntity.class)
            .setParameter("ids", ids)
            .getResultStream()
            .map(FamilyEntity::toFamily)
            .toList();
  }

  Set<String> known(Set<String> familyHashes) {
    return entities
        .createQuery(
            "select refreshFamilyHash from FamilyEntity where refreshFamilyHash in :hashes"
                + STILL_FOUND,
            byte[].class)
        .setParameter("hashes", parsed(familyHashes))
        .getResultStream()
        .map(HexFormat.of()::formatHex)
        .collect(toSet());
  }

  private static List<byte[]> parsed(Set<String> hashes) {
    return hashes.stream().map(HexFormat.of()::parseHex).toList();
  }

  private TypedQuery<FamilyEntity> holding(String familyHash) {
    return entities
        .createQuery(
            "from FamilyEntity where refreshFamilyHash = :hash" + STILL_FOUND, FamilyEntity.class)
        .setParameter("hash", HexFormat.of().parseHex(familyHash));
  }

  Optional<Family> find(UUID id) {
    return entities
        .createQuery("from FamilyEntity where id = :id" + STILL_FOUND, FamilyEntity.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(this::forgotten);
  }

  /** What is found may have changed when it is locked, and is read again then. */
  private Family forgotten(FamilyEntity found) {
    entities.detach(found);
    return found.toFamily();
  }

  Family lock(UUID id) {
    var found = entities.find(FamilyEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    return Objects.requireNonNull(found, "no such family").toFamily();
  }

  void save(Family family) {
    entities.getReference(FamilyEntity.class, family.id()).update(family);
  }

  void revoke(List<UUID> ids, Instant now) {
    entities
        .createQuery("update FamilyEntity set revokedAt = :now where id in :ids")
        .setParameter("now", now)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  Instant newestIssue(SubjectKey subject) {
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

  boolean hasLive(SubjectKey subject, long signOutEpoch, Instant now) {
    return !entities
        .createQuery(
            "select 1 from FamilyEntity where poolId = :pool and subject = :subject"
                + " and signOutEpoch = :epoch and revokedAt is null"
                + " and (refreshExpiresAt > :now or latestExpiry > :now)",
            Integer.class)
        .setParameter("pool", subject.poolId())
        .setParameter("subject", subject.subject())
        .setParameter("epoch", signOutEpoch)
        .setParameter("now", now.minus(Revocation.GREATEST_LEEWAY))
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  List<Family> lastMintedIn(SubjectKey subject, Instant second) {
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
}
