package io.tokenrevocation.pool;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may change about an app client at any time.
 *
 * @param flows how it may obtain tokens
 * @param tokenRevocation whether its refresh tokens can be revoked: {@code EnableTokenRevocation}
 * @param validity how long its tokens live
 * @param tellsUnknownUsers whether somebody who signs in learns that there is no such user; if not,
 *     that name or password is wrong
 * @param asGiven these settings and all others, in the words of the protocol they were given in;
 *     opaque here. Null if they are the application's own
 */
public record ClientSettings(
    Set<AuthFlow> flows,
    boolean tokenRevocation,
    TokenValidity validity,
    boolean tellsUnknownUsers,
    @Nullable String asGiven) {

  /** Takes an unmodifiable copy. */
  public ClientSettings {
    flows = Set.copyOf(flows);
  }

  /** Those of a client that the application registers. */
  static ClientSettings registered(Set<AuthFlow> flows) {
    return new ClientSettings(flows, true, TokenValidity.DEFAULT, false, null);
  }
}
