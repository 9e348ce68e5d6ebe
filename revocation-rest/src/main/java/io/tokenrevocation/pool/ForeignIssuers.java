package io.tokenrevocation.pool;

import java.time.Duration;
import java.util.Optional;

/** The issuers that are configured beside this authority's own pools. */
interface ForeignIssuers {

  /** Finds one by the {@code iss} of its tokens. */
  Optional<ForeignIssuer> find(String issuer);

  /**
   * What is known of one.
   *
   * @param name stands in the keys of its settings
   * @param longestTokenLife no token of its that lives longer is accepted
   */
  record ForeignIssuer(String name, Duration longestTokenLife) {}
}
