package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.Caller;
import io.tokenrevocation.pool.Family;
import io.tokenrevocation.pool.RefreshTokens;
import io.tokenrevocation.pool.SubjectKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sign-in. */
@Entity
@Table(name = "revocation_family")
class FamilyEntity {

  private static final HexFormat HEX = HexFormat.of();

  @Id UUID id;
  String poolId;
  String subject;
  String username;
  String clientId;
  long signOutEpoch;
  Instant authTime;
  @Nullable String signedInFrom;
  @Nullable String userAgent;
  byte[] refreshFamilyHash;
  byte[] refreshTokenHash;
  byte @Nullable [] replacedTokenHash;
  @Nullable Instant replacedWorksUntil;
  Instant refreshExpiresAt;
  Instant lastIssuedAt;
  Instant latestExpiry;
  @Nullable Instant revokedAt;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  FamilyEntity() {}

  @SuppressWarnings("NullAway.Init") // update sets the rest
  FamilyEntity(Family family) {
    this.id = family.id();
    this.poolId = family.owner().poolId();
    this.subject = family.owner().subject();
    this.username = family.username();
    this.clientId = family.clientId();
    this.signOutEpoch = family.signOutEpoch();
    this.authTime = family.authTime();
    this.signedInFrom = family.signedInBy().address();
    this.userAgent = family.signedInBy().userAgent();
    this.refreshExpiresAt = family.refreshExpiresAt();
    update(family);
  }

  Family toFamily() {
    return new Family(
        id,
        new SubjectKey(poolId, subject),
        username,
        clientId,
        signOutEpoch,
        authTime,
        signedInBy(),
        refreshTokens(),
        refreshExpiresAt,
        new Family.Minted(lastIssuedAt, latestExpiry),
        revokedAt);
  }

  /** Takes over what changes in the life of a family. */
  final void update(Family family) {
    var tokens = family.refreshTokens();
    var replaced = tokens.replaced();
    this.refreshFamilyHash = HEX.parseHex(tokens.familyHash());
    this.refreshTokenHash = HEX.parseHex(tokens.newest());
    this.replacedTokenHash = replaced == null ? null : HEX.parseHex(replaced.hash());
    this.replacedWorksUntil = replaced == null ? null : replaced.worksUntil();
    this.lastIssuedAt = family.minted().lastIssuedAt();
    this.latestExpiry = family.minted().latestExpiry();
    this.revokedAt = family.revokedAt();
  }

  /** Unknown of sign-ins at a release that did not keep it. */
  private Caller signedInBy() {
    return new Caller(
        Objects.requireNonNullElse(signedInFrom, ""), Objects.requireNonNullElse(userAgent, ""));
  }

  private RefreshTokens refreshTokens() {
    var replaced =
        replacedTokenHash == null || replacedWorksUntil == null
            ? null
            : new RefreshTokens.Replaced(HEX.formatHex(replacedTokenHash), replacedWorksUntil);
    return new RefreshTokens(
        HEX.formatHex(refreshFamilyHash), HEX.formatHex(refreshTokenHash), replaced);
  }
}
