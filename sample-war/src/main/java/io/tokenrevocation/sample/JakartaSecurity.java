package io.tokenrevocation.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Optional;

/** Checks passwords by Jakarta Security. Left out by CDI where a server is without it. */
@ApplicationScoped
class JakartaSecurity implements PasswordCheck {

  private Instance<IdentityStoreHandler> handlers;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  JakartaSecurity() {}

  @Inject
  JakartaSecurity(Instance<IdentityStoreHandler> handlers) {
    this.handlers = handlers;
  }

  @Override
  public Optional<Boolean> isRight(String username, String password) {
    if (!handlers.isResolvable()) {
      return Optional.empty();
    }
    var result = handlers.get().validate(new UsernamePasswordCredential(username, password));
    return result.getStatus() == Status.NOT_VALIDATED
        ? Optional.empty()
        : Optional.of(result.getStatus() == Status.VALID);
  }
}
