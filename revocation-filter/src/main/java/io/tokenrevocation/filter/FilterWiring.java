package io.tokenrevocation.filter;

import io.tokenrevocation.feed.RevocationFeed;
import io.tokenrevocation.feed.RevocationSource;
import io.tokenrevocation.index.IndexedToken;
import io.tokenrevocation.index.RevocationIndex;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.token.ConfiguredIssuer;
import io.tokenrevocation.token.IssuerSource;
import io.tokenrevocation.token.RememberingVerifier;
import io.tokenrevocation.token.TokenVerifier;
import io.tokenrevocation.token.TrustedIssuers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
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
  @Typed(TrustedIssuers.class)
  TrustedIssuers issuers(Settings settings, @Any Instance<IssuerSource> own) {
    var sources = own.stream().toList();
    var configured = ConfiguredIssuer.all(settings);
    if (sources.isEmpty() && configured.isEmpty()) {
      throw new IllegalStateException(
          "no issuer is trusted: set revocation.issuers, or add revocation-rest or a CDI bean of"
              + " type "
              + IssuerSource.class.getName());
    }
    return new TrustedIssuers(sources, configured, clock);
  }

  void close(@Disposes TrustedIssuers issuers) {
    issuers.close();
  }

  @Produces
  @Singleton
  TokenVerifier verifier(Settings settings, TrustedIssuers issuers) {
    return new TokenVerifier(issuers, clock, settings.get(FilterSettings.LEEWAY));
  }

  @Produces
  @Singleton
  RevocationIndex index(Settings settings) {
    return new RevocationIndex(settings.get(FilterSettings.MAX_REVOCATIONS));
  }

  @Produces
  @Singleton
  RememberingVerifier<IndexedToken> rememberingVerifier(
      Settings settings, TokenVerifier verifier, RevocationIndex index) {
    var percent = Runtime.getRuntime().maxMemory() / 100;
    return new RememberingVerifier<>(
        verifier,
        percent * settings.get(FilterSettings.TOKEN_MEMORY),
        index::prepare,
        index::readAhead);
  }

  @Produces
  @Singleton
  RevocationFeed feed(
      Settings settings,
      @Any Instance<RevocationSource> sources,
      TrustedIssuers issuers,
      RevocationIndex index,
      Announcements announcements) {
    var followed = Followed.by(settings, issuers, clock);
    if (followed.isPresent() && !sources.isUnsatisfied()) {
      throw new IllegalStateException(
          FollowerSettings.AUTHORITY.key()
              + " is set, but the application has a source of revocations of its own: "
              + sources.stream().map(source -> source.getClass().getName()).toList());
    }
    if (followed.isEmpty() && !sources.isResolvable()) {
      throw new IllegalStateException(
          "one source of revocations is needed: set "
              + FollowerSettings.AUTHORITY.key()
              + ", or add revocation-rest, or a CDI bean of type "
              + RevocationSource.class.getName());
    }
    return new RevocationFeed(
        followed.orElseGet(sources::get), index, clock, System::nanoTime, announcements::applied);
  }
}
