package io.tokenrevocation.pool;

import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.token.ConfiguredIssuer;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** The issuers that are configured beside this authority's own pools. */
interface ForeignIssuers {

  /** Finds one by the {@code iss} of its tokens. */
  Optional<ForeignIssuer> find(String issuer);

  /** Those that the settings name. */
  static ForeignIssuers configured(Settings settings) {
    var byUri =
        ConfiguredIssuer.all(settings).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    ConfiguredIssuer::uri,
                    issuer -> new ForeignIssuer(issuer.name(), issuer.longestTokenLife())));
    return issuer -> Optional.ofNullable(byUri.get(issuer));
  }

  /**
   * What is known of one.
   *
   * @param name stands in the keys of its settings
   * @param longestTokenLife no token of its that lives longer is accepted
   */
  record ForeignIssuer(String name, Duration longestTokenLife) {}
}
