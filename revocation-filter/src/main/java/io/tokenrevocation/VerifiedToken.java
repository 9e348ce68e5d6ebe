package io.tokenrevocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says, after its signature, lifetime and type have been verified. Which claims say it
 * depends on the issuer; those named here are Cognito's.
 *
 * <p>Whether it is revoked is another question: ask the revocations. Behind the filter, the token
 * of the request can be injected into a bean that lives no longer than the request; others take an
 * {@code Instance<VerifiedToken>} and ask it each time. It is null where no token was sent.
 *
 * @param use what it was issued for
 * @param issuer the {@code iss} claim
 * @param subject the {@code sub} claim
 * @param clientId the {@code client_id} claim, or null
 * @param audience the {@code aud} claim, and the client id where a token names its audience so, as
 *     Cognito's access tokens do; may be empty
 * @param username the {@code username} claim, or the subject where there is none
 * @param groups the {@code cognito:groups} claim; may be empty
 * @param scopes the space-separated words of the token's scope claim; may be empty
 * @param ids the claims a revocation may name
 * @param issuedAt the {@code iat} claim, in whole seconds
 * @param expiresAt the {@code exp} claim, in whole seconds
 */
public record VerifiedToken(
    TokenUse use,
    String issuer,
    String subject,
    @Nullable String clientId,
    Set<String> audience,
    String username,
    Set<String> groups,
    Set<String> scopes,
    Ids ids,
    Instant issuedAt,
    Instant expiresAt) {

  /** Takes unmodifiable copies. */
  public VerifiedToken {
    audience = Set.copyOf(audience);
    groups = Set.copyOf(groups);
    scopes = Set.copyOf(scopes);
  }

  /**
   * The identifiers a token may carry; each null where the issuer does not use it.
   *
   * @param tokenId the {@code jti} claim
   * @param familyId the {@code origin_jti} claim, else {@code event_id}
   * @param sessionId the {@code sid} claim
   */
  public record Ids(
      @Nullable String tokenId, @Nullable String familyId, @Nullable String sessionId) {}

  /**
   * Returns the {@code jti} claim.
   *
   * @return null if the token has none
   */
  public @Nullable String tokenId() {
    return ids.tokenId();
  }

  /**
   * Returns the key of the token's family.
   *
   * @return null if the token has none
   */
  public @Nullable String familyId() {
    return ids.familyId();
  }

  /**
   * Returns the {@code sid} claim.
   *
   * @return null if the token has none
   */
  public @Nullable String sessionId() {
    return ids.sessionId();
  }

  /**
   * Returns the key of every revocation that could cover this token.
   *
   * @return two to six keys, each of another kind
   */
  public List<RevocationKey> revocableBy() {
    var keys = new ArrayList<RevocationKey>(6);
    add(keys, RevocationKey.Kind.TOKEN, tokenId());
    add(keys, RevocationKey.Kind.FAMILY, familyId());
    add(keys, RevocationKey.Kind.SESSION, sessionId());
    add(keys, RevocationKey.Kind.SUBJECT, subject);
    add(keys, RevocationKey.Kind.CLIENT, clientId);
    add(keys, RevocationKey.Kind.ISSUER, issuer);
    return keys;
  }

  private void add(List<RevocationKey> keys, RevocationKey.Kind kind, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      keys.add(new RevocationKey(kind, issuer, value));
    }
  }
}
