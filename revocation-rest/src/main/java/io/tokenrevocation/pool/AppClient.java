package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An app client of a user pool.
 *
 * @param id 1 to 128 letters, digits, underscores or plus signs; unique in the whole authority
 * @param poolId the pool whose users it signs in
 * @param name for people
 * @param sealedSecret the client secret as sealed by the vault, or null for a public client
 * @param settings what may change
 * @param createdAt by the database's clock
 * @param modifiedAt when name or settings were last given; by the database's clock
 */
public record AppClient(
    String id,
    String poolId,
    String name,
    @Nullable String sealedSecret,
    ClientSettings settings,
    Instant createdAt,
    Instant modifiedAt) {

  private static final Pattern ID = Pattern.compile("[\\w+]{1,128}");

  /** Refuses an id that no client could send. */
  public AppClient {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a client id has 1 to 128 letters, digits, _ or +");
    }
  }

  /**
   * Returns the sealed secret.
   *
   * @return empty for a public client
   */
  public Optional<String> secret() {
    return Optional.ofNullable(sealedSecret);
  }

  /**
   * Tells whether the client must prove that it knows a secret.
   *
   * @return false for a public client
   */
  public boolean isConfidential() {
    return sealedSecret != null;
  }

  /**
   * Returns how it may obtain tokens.
   *
   * @return may be empty
   */
  public Set<AuthFlow> flows() {
    return settings.flows();
  }

  /**
   * Tells whether its refresh tokens can be revoked.
   *
   * @return {@code EnableTokenRevocation}
   */
  public boolean tokenRevocation() {
    return settings.tokenRevocation();
  }

  /**
   * Returns how long its tokens live.
   *
   * @return applies to tokens minted from now on
   */
  public TokenValidity validity() {
    return settings.validity();
  }

  /**
   * Tells whether refreshing gives it a new refresh token, too.
   *
   * @return {@code RefreshTokenRotation} is on
   */
  public boolean rotates() {
    return settings.rotationGrace() != null;
  }

  /** The same client, given a name and settings. */
  AppClient changed(String newName, ClientSettings newSettings, Instant now) {
    return new AppClient(id, poolId, newName, sealedSecret, newSettings, createdAt, now);
  }
}
