package io.tokenrevocation.rest.sigv4;

import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the bean of this package. */
@ApplicationScoped
class SignatureWiring {

  @Produces
  @Singleton
  SignatureVerifier verifier(Settings settings) {
    return new SignatureVerifier(
        new AccessKeys(settings),
        regions(settings.get(AuthoritySettings.USER_POOLS)),
        new Addresses(URI.create(settings.get(AuthoritySettings.ENDPOINT))),
        Clock.systemUTC());
  }

  /** A pool's id starts with its region. */
  private static Set<String> regions(List<String> pools) {
    return pools.stream()
        .map(id -> id.substring(0, id.lastIndexOf('_')))
        .collect(Collectors.toSet());
  }
}
