package io.tokenrevocation.rest;

import io.tokenrevocation.filter.ExemptPaths;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The authority's endpoints, which authenticate their callers themselves. */
@ApplicationScoped
class AuthorityPaths implements ExemptPaths {

  @Override
  public List<String> patterns() {
    return List.of(
        "/cognito-idp/*",
        "/oauth2/revoke",
        "/oauth2/token",
        "/oauth2/introspect",
        "/oauth2/userInfo",
        "/revocation/revocations",
        "/revocation/user-pools/*");
  }
}
