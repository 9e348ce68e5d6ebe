package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Optional;

/** A request as the application sees it: made by the user the token names, in their groups. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

  private final TokenPrincipal principal;

  AuthenticatedRequest(HttpServletRequest request, VerifiedToken token) {
    super(request);
    this.principal = new TokenPrincipal(token);
  }

  /** Returns the request as made by the user of a token, which it may be already. */
  static HttpServletRequest of(HttpServletRequest request, VerifiedToken token) {
    return tokenOf(request).filter(token::equals).isPresent()
        ? request
        : new AuthenticatedRequest(request, token);
  }

  /**
   * Returns the token that a filter of this application has verified for this request.
   *
   * <p>Only a request of this very class counts, which nobody else can make, under whatever the
   * application has wrapped around it; not one that shows another token by now.
   */
  static Optional<VerifiedToken> tokenOf(HttpServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      if (wrapper instanceof AuthenticatedRequest authenticated) {
        return authenticated.hasTokenOf(request)
            ? Optional.of(authenticated.principal.token())
            : Optional.empty();
      }
      inner = wrapper.getRequest();
    }
    return Optional.empty();
  }

  private boolean hasTokenOf(HttpServletRequest outer) {
    var shown = BearerToken.in(outer);
    return shown.isEmpty() || shown.equals(BearerToken.in(this));
  }

  /** The container's very own, if it knows the user: any other has no roles at Payara's EJBs. */
  @Override
  public Principal getUserPrincipal() {
    var known = super.getUserPrincipal();
    return principal.equals(known) ? known : principal;
  }

  @Override
  public String getRemoteUser() {
    return principal.getName();
  }

  @Override
  public boolean isUserInRole(String role) {
    return principal.token().groups().contains(role);
  }

  @Override
  public String getAuthType() {
    return "Bearer";
  }
}
