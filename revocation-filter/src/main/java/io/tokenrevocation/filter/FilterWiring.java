package io.tokenrevocation.filter;

import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.feed.RevocationSource;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.token.KeySource;
import io.tokenrevocation.token.KeySources;
import io.tokenrevocation.token.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the beans of this jar. Only types of our own: a consumer's beans stay unambiguous. */
@ApplicationScoped
class FilterWiring {

  private final Clock clock = Clock.systemUTC();

  @Produces
  @Singleton
  Settings settings(FilterLifecycle lifecycle) {
    return lifecycle.settings();
  }

  @Produces
  @Singleton
  TokenVerifier verifier(Settings settings, @Any Instance<KeySource> keys) {
    var sources = keys.stream().toList();
    if (sources.isEmpty()) {
      throw new IllegalStateException(
          "no issuer is trusted: add revocation-rest, or a CDI bean of type "
              + KeySource.class.getName());
    }
    return new TokenVerifier(new KeySources(sources), clock, settings.get(FilterSettings.LEEWAY));
  }

  @Produces
  @Singleton
  RevocationIndex index(Settings settings) {
    return new RevocationIndex(settings.get(FilterSettings.MAX_REVOCATIONS));
  }

  @Produces
  @Singleton
  RevocationFeed feed(@Any Instance<RevocationSource> sources, RevocationIndex index) {
    if (!sources.isResolvable()) {
      throw new IllegalStateException(
          "one source of revocations is needed: add revocation-rest, or a CDI bean of type "
              + RevocationSource.class.getName());
    }
    return new RevocationFeed(sources.get(), index, clock, System::nanoTime);
  }
}
