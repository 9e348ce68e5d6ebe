package io.tokenrevocation.rest;

import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.rest.sigv4.AccessRefusedException;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells of which user pools an administrator may see what was done. */
@Dependent
class VisiblePools {

  private final List<String> pools;

  @Inject
  VisiblePools(Settings settings) {
    this.pools = settings.get(AuthoritySettings.USER_POOLS);
  }

  /**
   * Returns the ids of user pools.
   *
   * @param wanted the one that was asked for, if any
   * @return empty for all of them, and what is about none
   * @throws Problem if there is none
   * @throws AccessRefusedException likewise
   */
  Set<String> to(Administrator administrator, Optional<String> wanted) {
    if (wanted.isPresent()) {
      administrator.permission().require(wanted.get());
      return Set.of(wanted.get());
    }
    if (administrator.may(Administrator.EVERYTHING)) {
      return Set.of();
    }
    var own = pools.stream().filter(administrator::may).collect(Collectors.toSet());
    if (own.isEmpty()) {
      throw Problem.forbidden("The caller may act on no user pool.");
    }
    return own;
  }
}
