package io.tokenrevocation.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * The sample's users for Jakarta Security. Where a server is without it, this class cannot be
 * loaded, and CDI leaves it out.
 */
@ApplicationScoped
class SampleIdentityStore implements IdentityStore {

  private SampleUsers users;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  SampleIdentityStore() {}

  @Inject
  SampleIdentityStore(SampleUsers users) {
    this.users = users;
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential password
        ? users
            .authenticate(password.getCaller(), password.getPasswordAsString())
            .map(user -> new CredentialValidationResult(user.username(), Set.copyOf(user.groups())))
            .orElse(CredentialValidationResult.INVALID_RESULT)
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }
}
