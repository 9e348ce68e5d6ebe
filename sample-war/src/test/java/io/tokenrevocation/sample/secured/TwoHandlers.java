package io.tokenrevocation.sample.secured;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Set;

/** Two handlers of identity stores, of which CDI cannot choose one; each lets everybody in. */
public final class TwoHandlers {

  private static final CredentialValidationResult ANYBODY =
      new CredentialValidationResult("anybody", Set.of("revocation-admin"));

  private TwoHandlers() {}

  @ApplicationScoped
  public static class One implements IdentityStoreHandler {

    public One() {}

    @Override
    public CredentialValidationResult validate(Credential credential) {
      return ANYBODY;
    }
  }

  @ApplicationScoped
  public static class Another implements IdentityStoreHandler {

    public Another() {}

    @Override
    public CredentialValidationResult validate(Credential credential) {
      return ANYBODY;
    }
  }
}
