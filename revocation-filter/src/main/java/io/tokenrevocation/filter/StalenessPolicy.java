package io.tokenrevocation.filter;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which requests are refused because revocations have not been heard of for too long. Immutable.
 */
final class StalenessPolicy {

  private final Duration most;
  private final PolicySettings.WhenStale beyond;
  private final List<RequestPattern> allowed;

  StalenessPolicy(Settings settings) {
    this.most = settings.get(PolicySettings.MAX_STALENESS);
    this.beyond = settings.get(PolicySettings.WHEN_STALE);
    this.allowed = settings.get(PolicySettings.ALLOW_STALE);
  }

  /** Refuses settings that make no sense together. */
  static void check(Settings settings) {
    var most = settings.get(PolicySettings.MAX_STALENESS);
    var between = FollowerSettings.betweenAnswers(settings);
    if (most.compareTo(between) <= 0) {
      throw new InvalidSettingException(
          PolicySettings.MAX_STALENESS.key()
              + " is "
              + most
              + ", but must be longer than "
              + FollowerSettings.namesOfBetweenAnswers(settings)
              + ", which is "
              + between);
    }
  }

  /** Tells whether a request is refused when this is how old the knowledge of revocations is. */
  boolean refuses(HttpServletRequest request, Optional<Duration> staleness) {
    return refusesAny(staleness) && allowed.stream().noneMatch(pattern -> pattern.matches(request));
  }

  /** Tells whether there are requests that are refused at such an age. */
  boolean refusesAny(Optional<Duration> staleness) {
    return !allowsAll() && staleness.map(age -> age.compareTo(most) > 0).orElse(true);
  }

  boolean allowsAll() {
    return beyond == PolicySettings.WhenStale.ALLOW_LAST_KNOWN;
  }

  /** Tells whether some requests go on however old the knowledge is. */
  boolean allowsSome() {
    return allowsAll() || !allowed.isEmpty();
  }
}
