package io.tokenrevocation.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.proc.SecurityContext;
import io.tokenrevocation.Messages;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Says once that an issuer's keys cannot be fetched, and once that they can again. */
final class KeyOutage extends JWKSetSourceWrapper<SecurityContext> {

  private static final System.Logger LOG = System.getLogger(KeyOutage.class.getName());

  private final String issuer;
  private final URI address;
  private final AtomicBoolean lost = new AtomicBoolean();

  KeyOutage(String issuer, URI address, JWKSetSource<SecurityContext> source) {
    super(source);
    this.issuer = issuer;
    this.address = address;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      var keys = getSource().getJWKSet(evaluator, now, context);
      if (lost.getAndSet(false)) {
        LOG.log(Level.INFO, Messages.KEYS_BACK.text(issuer));
      }
      return keys;
    } catch (KeySourceException e) {
      if (!lost.getAndSet(true)) {
        LOG.log(Level.WARNING, Messages.KEYS_LOST.text(issuer, address, e.getMessage()), e);
      }
      throw e;
    }
  }
}
