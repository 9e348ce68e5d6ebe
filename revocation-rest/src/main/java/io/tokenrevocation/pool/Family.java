package io.tokenrevocation.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in and what was minted from it. Whether its refresh token works stands here; what the
 * filters must refuse stands in the log of revocations.
 *
 * @param id the family key: {@code event_id}, and {@code origin_jti}, of all its tokens
 * @param owner whose sign-in it is
 * @param username the name they signed in with
 * @param clientId the client they signed in at
 * @param signOutEpoch the subject's at sign-in
 * @param authTime when they signed in, in whole seconds
 * @param refreshExpiresAt exclusive end of the refresh token's life
 * @param minted bounds over the access and ID tokens minted so far
 * @param revokedAt when the family was revoked, or null
 */
public record Family(
    UUID id,
    SubjectKey owner,
    String username,
    String clientId,
    long signOutEpoch,
    Instant authTime,
    Instant refreshExpiresAt,
    Minted minted,
    @Nullable Instant revokedAt) {

  /**
   * Bounds over the tokens minted from a family; both only ever grow.
   *
   * @param lastIssuedAt the latest {@code iat}
   * @param latestExpiry the latest {@code exp}
   */
  public record Minted(Instant lastIssuedAt, Instant latestExpiry) {

    Minted and(Instant issuedAt, Instant expiry) {
      return new Minted(later(lastIssuedAt, issuedAt), later(latestExpiry, expiry));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }

  /** Tells whether its tokens are out of use. */
  boolean isRevoked(SubjectState subject) {
    return revokedAt != null || signOutEpoch < subject.signOutEpoch();
  }

  Family revoked(Instant now) {
    return new Family(
        id, owner, username, clientId, signOutEpoch, authTime, refreshExpiresAt, minted, now);
  }

  Family minted(Instant issuedAt, TokenValidity validity) {
    var longest = longer(validity.access(), validity.id());
    return new Family(
        id,
        owner,
        username,
        clientId,
        signOutEpoch,
        authTime,
        refreshExpiresAt,
        minted.and(issuedAt, issuedAt.plus(longest)),
        revokedAt);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
