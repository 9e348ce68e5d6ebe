package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Gives the application the token of the request it works on, by injection. */
@ApplicationScoped
class CurrentToken {

  private static final String ATTRIBUTE = VerifiedToken.class.getName();

  static void set(ServletRequest request, VerifiedToken token) {
    request.setAttribute(ATTRIBUTE, token);
  }

  /** Null where no token is required, and none was sent. */
  @Produces
  @Dependent
  @Nullable VerifiedToken get(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof VerifiedToken token ? token : null;
  }
}
