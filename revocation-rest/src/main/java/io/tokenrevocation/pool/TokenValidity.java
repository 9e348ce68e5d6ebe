package io.tokenrevocation.pool;

import java.time.Duration;

/**
 * How long a client's tokens live.
 *
 * @param access 5 minutes to 1 day
 * @param id 5 minutes to 1 day
 * @param refresh 60 minutes to 3650 days, from the sign-in on
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html">CreateUserPoolClient</a>
 */
public record TokenValidity(Duration access, Duration id, Duration refresh) {

  /** What a client has unless it is told otherwise. */
  public static final TokenValidity DEFAULT =
      new TokenValidity(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(30));

  /** Refuses lifetimes outside the ranges: how long revocations are kept depends on them. */
  public TokenValidity {
    within("access", access, Duration.ofMinutes(5), Retention.LONGEST_TOKEN_LIFE);
    within("id", id, Duration.ofMinutes(5), Retention.LONGEST_TOKEN_LIFE);
    within("refresh", refresh, Duration.ofMinutes(60), Duration.ofDays(3650));
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " validity is " + value + ", but must be from " + least + " to " + most);
    }
  }
}
