package io.tokenrevocation.filter;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.token.RememberingVerifier;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What the server's MicroProfile JWT says of a request.
 *
 * <p>Loaded only where the settings ask for it.
 */
final class MicroProfileJwt {

  private static final String PRINCIPAL = "org.eclipse.microprofile.jwt.JsonWebToken";

  private MicroProfileJwt() {}

  /** Tells whether the server has verified these very credentials. */
  static boolean hasVerified(HttpServletRequest request, String credentials) {
    return request.getUserPrincipal() instanceof JsonWebToken token
        && credentials.equals(RememberingVerifier.SCHEME + token.getRawToken());
  }

  /** Refuses the setting where there is nobody to trust. */
  static void requirePresent() {
    try {
      Class.forName(PRINCIPAL, false, MicroProfileJwt.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new InvalidSettingException(
          PolicySettings.TRUST_MICROPROFILE_JWT.key() + " is true, but there is no " + PRINCIPAL);
    }
  }
}
