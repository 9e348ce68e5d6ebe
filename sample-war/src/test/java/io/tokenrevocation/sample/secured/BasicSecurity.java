package io.tokenrevocation.sample.secured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** An application whose users the container signs in, by Jakarta Security. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "sample")
public class BasicSecurity {

  public BasicSecurity() {}
}
