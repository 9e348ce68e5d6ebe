package io.tokenrevocation.filter;

import io.tokenrevocation.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request as the application sees it: made by the user the token names, in their groups. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

  private final TokenPrincipal principal;

  AuthenticatedRequest(HttpServletRequest request, VerifiedToken token) {
    super(request);
    this.principal = new TokenPrincipal(token);
  }

  @Override
  public Principal getUserPrincipal() {
    return principal;
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
