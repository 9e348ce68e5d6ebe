package io.tokenrevocation.pool;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may change about an app client at any time.
 *
 * @param flows how it may obtain tokens
 * @param tokenRevocation whether its refresh tokens can be revoked: {@code EnableTokenRevocation}
 * @param validity how long its tokens live
 * @param rotationGrace how long a refresh token that was rotated out still works, 0 to 60 seconds;
 *     or null if refresh tokens are not rotated: {@code RefreshTokenRotation}
 * @param tellsUnknownUsers whether somebody who signs in learns that there is no such user; if not,
 *     that name or password is wrong
 * @param asGiven these settings and all others, in the words of the protocol they were given in;
 *     opaque here. Null if they are the application's own
 */
public record ClientSettings(
    Set<AuthFlow> flows,
    boolean tokenRevocation,
    TokenValidity validity,
    @Nullable Duration rotationGrace,
    boolean tellsUnknownUsers,
    @Nullable String asGiven) {

  private static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

  /** Takes an unmodifiable copy, and refuses a grace period outside of the range. */
  public ClientSettings {
    flows = Set.copyOf(flows);
    if (rotationGrace != null
        && (rotationGrace.isNegative() || rotationGrace.compareTo(LONGEST_GRACE) > 0)) {
      throw new IllegalArgumentException("a grace period is from 0 to 60 seconds");
    }
  }

  /** Those of a client that the application registers. */
  static ClientSettings registered(Set<AuthFlow> flows) {
    return new ClientSettings(flows, true, TokenValidity.DEFAULT, null, false, null);
  }
}
