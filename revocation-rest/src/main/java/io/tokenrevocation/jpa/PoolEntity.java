package io.tokenrevocation.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A user pool. */
@Entity
@Table(name = "revocation_pool")
class PoolEntity {

  @Id String id;
  String issuer;
  Instant createdAt;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  PoolEntity() {}

  PoolEntity(String id, String issuer, Instant createdAt) {
    this.id = id;
    this.issuer = issuer;
    this.createdAt = createdAt;
  }
}
