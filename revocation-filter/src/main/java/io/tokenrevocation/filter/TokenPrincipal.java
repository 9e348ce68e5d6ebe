package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;
import java.security.Principal;

/**
 * The caller of a request whose token was verified and is not revoked: what {@link
 * jakarta.servlet.http.HttpServletRequest#getUserPrincipal()} returns behind the filter.
 *
 * @param token what the token says
 */
public record TokenPrincipal(VerifiedToken token) implements Principal {

  /**
   * Returns the user's name.
   *
   * @return the {@code username} claim, or the subject where there is none
   */
  @Override
  public String getName() {
    return token.username();
  }
}
