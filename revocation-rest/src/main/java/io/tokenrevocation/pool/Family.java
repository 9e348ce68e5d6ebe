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
 * @param signedInBy what the request told of whoever signed in
 * @param refreshTokens which of its refresh tokens work
 * @param refreshExpiresAt exclusive end of their life, however often they are rotated
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
    Caller signedInBy,
    RefreshTokens refreshTokens,
    Instant refreshExpiresAt,
    Minted minted,
    @Nullable Instant revokedAt) {

  /**
   * How long after the refresh token's life the family is still found, so that whoever sends the
   * token is told that it has expired; longer than any token minted from it lives. Then it is as
   * unknown as if it had never been, be it removed already or not.
   */
  public static final Duration FOUND_AFTER_EXPIRY = Duration.ofDays(7);

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

  Family minted(Instant issuedAt, TokenValidity validity) {
    var longest = longer(validity.access(), validity.id());
    return with(refreshTokens, minted.and(issuedAt, issuedAt.plus(longest)));
  }

  Family rotated(RefreshTokens tokens) {
    return with(tokens, minted);
  }

  private Family with(RefreshTokens tokens, Minted bounds) {
    return new Family(
        id,
        owner,
        username,
        clientId,
        signOutEpoch,
        authTime,
        signedInBy,
        tokens,
        refreshExpiresAt,
        bounds,
        revokedAt);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
