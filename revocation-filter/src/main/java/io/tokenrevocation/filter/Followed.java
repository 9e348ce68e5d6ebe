package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.feed.AuthorityFeed;
import io.tokenrevocation.feed.RevocationSource;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.token.DetachedSignature;
import io.tokenrevocation.token.IssuerSource;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

/** The authority that an application follows, as its settings say. */
final class Followed {

  private static final System.Logger LOG = System.getLogger(Followed.class.getName());

  private Followed() {}

  /** Returns its revocations, or empty if the application follows none. */
  static Optional<RevocationSource> by(
      Settings settings, IssuerSource issuers, InstantSource clock) {
    return settings
        .get(FollowerSettings.AUTHORITY)
        .map(
            feed -> {
              var issuer = FollowerSettings.issuer(settings).uri();
              var authority =
                  new AuthorityFeed.Authority(
                      feed,
                      settings.get(FollowerSettings.AUTHORITY_CREDENTIAL).orElseThrow(),
                      settings.get(FollowerSettings.FEED_WAIT));
              LOG.log(Level.INFO, Messages.AUTHORITY_FOLLOWED.text(feed, issuer));
              return new AuthorityFeed(
                  authority,
                  (signature, answer) -> isSigned(signature, answer, issuer, issuers),
                  settings.get(FilterSettings.LEEWAY),
                  clock,
                  System::nanoTime);
            });
  }

  private static boolean isSigned(
      String signature, byte[] answer, String issuer, IssuerSource issuers) {
    return issuers
        .find(issuer)
        .filter(
            trusted -> DetachedSignature.isOf(signature, answer, DetachedSignature.FEED, trusted))
        .isPresent();
  }
}
