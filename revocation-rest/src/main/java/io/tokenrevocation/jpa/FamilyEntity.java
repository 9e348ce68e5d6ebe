package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sign-in. */
@Entity
@Table(name = "revocation_family")
class FamilyEntity {

  @Id UUID id;
  String poolId;
  String subject;
  String username;
  String clientId;
  long signOutEpoch;
  Instant authTime;
  byte[] refreshTokenHash;
  Instant refreshExpiresAt;
  Instant lastIssuedAt;
  Instant latestExpiry;
  @Nullable Instant revokedAt;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  FamilyEntity() {}

  FamilyEntity(Family family, byte[] refreshTokenHash) {
    this.id = family.id();
    this.poolId = family.owner().poolId();
    this.subject = family.owner().subject();
    this.username = family.username();
    this.clientId = family.clientId();
    this.signOutEpoch = family.signOutEpoch();
    this.authTime = family.authTime();
    this.refreshTokenHash = refreshTokenHash;
    this.refreshExpiresAt = family.refreshExpiresAt();
    this.lastIssuedAt = family.minted().lastIssuedAt();
    this.latestExpiry = family.minted().latestExpiry();
    this.revokedAt = family.revokedAt();
  }

  Family toFamily() {
    return new Family(
        id,
        new SubjectKey(poolId, subject),
        username,
        clientId,
        signOutEpoch,
        authTime,
        refreshExpiresAt,
        new Family.Minted(lastIssuedAt, latestExpiry),
        revokedAt);
  }

  /** Takes over what changes in the life of a family. */
  void update(Family family) {
    this.lastIssuedAt = family.minted().lastIssuedAt();
    this.latestExpiry = family.minted().latestExpiry();
    this.revokedAt = family.revokedAt();
  }
}
