package io.tokenrevocation.token;

import io.tokenrevocation.Messages;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every issuer whose tokens are accepted: those of the application itself, which go first, and
 * those that are configured.
 *
 * <p>Thread-safe. Holds threads that refresh the keys of the configured ones, until it is closed.
 */
public final class TrustedIssuers implements IssuerSource, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(TrustedIssuers.class.getName());

  private final List<IssuerSource> own;
  private final Map<String, TrustedIssuer> configured = new HashMap<>();
  private final List<RemoteKeys> keys;

  /**
   * Puts together what is trusted.
   *
   * @param own the issuers of the application, in order of precedence
   * @param others issuers elsewhere; each says in the log that it is trusted
   * @param clock tells when keys must be fetched again
   */
  public TrustedIssuers(
      List<? extends IssuerSource> own, List<ConfiguredIssuer> others, InstantSource clock) {
    this.own = List.copyOf(own);
    this.keys = others.stream().map(issuer -> add(issuer, clock)).toList();
  }

  private RemoteKeys add(ConfiguredIssuer issuer, InstantSource clock) {
    LOG.log(Level.INFO, Messages.ISSUER_TRUSTED.text(issuer.uri(), issuer.keys()));
    warnOfWhatIsOpen(issuer);
    var remote = new RemoteKeys(issuer.uri(), issuer.keys(), clock);
    configured.put(
        issuer.uri(),
        new TrustedIssuer(issuer.uri(), issuer.profile(), issuer.longestTokenLife(), remote));
    return remote;
  }

  private static void warnOfWhatIsOpen(ConfiguredIssuer issuer) {
    if (issuer.acceptsAnyAudience()) {
      var key = IssuerSettings.AUDIENCES.of(issuer.name()).key();
      LOG.log(Level.WARNING, Messages.ANY_AUDIENCE_OF.text(key));
    }
    if (issuer.profile().types().takeAllForAccessTokens()) {
      var key = IssuerSettings.ACCESS_TOKEN.of(issuer.name()).key();
      LOG.log(Level.WARNING, Messages.TYPES_UNTOLD.text(issuer.uri(), key));
    }
  }

  @Override
  public Optional<TrustedIssuer> find(String uri) {
    for (var source : own) {
      var found = source.find(uri);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.ofNullable(configured.get(uri));
  }

  /** Stops refreshing keys. */
  @Override
  public void close() {
    keys.forEach(RemoteKeys::close);
  }
}
