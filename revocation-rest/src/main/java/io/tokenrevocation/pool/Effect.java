package io.tokenrevocation.pool;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an act takes out of use: sessions that were live until then.
 *
 * @param sessions how many; empty of an issuer whose sign-ins are not known here
 * @param atClients the same by client, most first; empty if there are none, or that is not known
 * @param atLeast whether there may be more: not all sign-ins were looked at
 */
public record Effect(OptionalLong sessions, List<AtClient> atClients, boolean atLeast) {

  /** Nothing that was live. */
  public static final Effect NONE = of(List.of(), false);

  /** Whatever it is: another issuer's. */
  public static final Effect UNKNOWN = new Effect(OptionalLong.empty(), List.of(), false);

  /** Takes an unmodifiable copy. */
  public Effect {
    atClients = List.copyOf(atClients);
  }

  /**
   * The sessions at one client.
   *
   * @param clientId the client
   * @param sessions how many; positive
   */
  public record AtClient(String clientId, long sessions) {}

  /**
   * Returns what was counted.
   *
   * @param atClients each client once
   * @param atLeast whether not all sign-ins were looked at
   * @return the sum
   */
  public static Effect of(List<AtClient> atClients, boolean atLeast) {
    var sum = atClients.stream().mapToLong(AtClient::sessions).sum();
    return new Effect(OptionalLong.of(sum), atClients, atLeast);
  }

  /** Tells whether it is known that nothing is taken out of use. */
  boolean isNone() {
    return !atLeast && sessions.isPresent() && sessions.getAsLong() == 0;
  }
}
