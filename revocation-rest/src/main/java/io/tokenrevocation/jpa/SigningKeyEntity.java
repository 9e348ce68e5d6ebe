package io.tokenrevocation.jpa;

import io.tokenrevocation.mint.SealedKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sealed signing key. */
@Entity
@Table(name = "revocation_signing_key")
class SigningKeyEntity {

  @Id String keyId;
  String poolId;

  @Enumerated(EnumType.STRING)
  SealedKey.Use tokenUse;

  String sealed;
  Instant createdAt;
  Instant signsFrom;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  SigningKeyEntity() {}

  SigningKeyEntity(SealedKey key, Instant createdAt) {
    this.keyId = key.keyId();
    this.poolId = key.poolId();
    this.tokenUse = key.use();
    this.sealed = key.sealed();
    this.createdAt = createdAt;
    this.signsFrom = key.signsFrom();
  }

  SealedKey toKey() {
    return new SealedKey(keyId, poolId, tokenUse, signsFrom, sealed);
  }
}
