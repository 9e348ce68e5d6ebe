package io.tokenrevocation.filter;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.token.RememberingVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What the server's MicroProfile JWT says of a request.
 *
 * <p>Loaded only where the settings ask for it.
 */
final class MicroProfileJwt {

  private static final String PRINCIPAL = "org.eclipse.microprofile.jwt.JsonWebToken";
  private static final String ISSUER = "mp.jwt.verify.issuer";

  private MicroProfileJwt() {}

  /**
   * Tells whether the server has verified these very credentials, as those of the one issuer it is
   * told of: it might accept that issuer's signature under another's name.
   */
  static boolean hasVerified(HttpServletRequest request, String credentials) {
    return request.getUserPrincipal() instanceof JsonWebToken token
        && credentials.equals(RememberingVerifier.SCHEME + token.getRawToken())
        && issuer().filter(Predicate.isEqual(token.getIssuer())).isPresent();
  }

  /** Refuses the setting where there is nobody to trust. */
  static void requirePresent() {
    try {
      Class.forName(PRINCIPAL, false, MicroProfileJwt.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new InvalidSettingException(
          PolicySettings.TRUST_MICROPROFILE_JWT.key() + " is true, but there is no " + PRINCIPAL);
    }
    if (issuer().isEmpty()) {
      throw new InvalidSettingException(
          PolicySettings.TRUST_MICROPROFILE_JWT.key() + " is true, but " + ISSUER + " is not set");
    }
  }

  private static Optional<String> issuer() {
    return ConfigProvider.getConfig().getOptionalValue(ISSUER, String.class);
  }
}
