package io.tokenrevocation.pool;

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
 * @param flows how it may obtain tokens
 * @param tokenRevocation whether its refresh tokens can be revoked: {@code EnableTokenRevocation}
 * @param validity how long its tokens live
 */
public record AppClient(
    String id,
    String poolId,
    String name,
    @Nullable String sealedSecret,
    Set<AuthFlow> flows,
    boolean tokenRevocation,
    TokenValidity validity) {

  private static final Pattern ID = Pattern.compile("[\\w+]{1,128}");

  /** Refuses an id that no client could send, and takes unmodifiable copies. */
  public AppClient {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a client id has 1 to 128 letters, digits, _ or +");
    }
    flows = Set.copyOf(flows);
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
}
