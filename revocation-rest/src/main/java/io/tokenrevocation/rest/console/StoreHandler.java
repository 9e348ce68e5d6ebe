package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.rest.console.IdentityStores.Answer;
import jakarta.enterprise.inject.Instance;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks Jakarta Security. To be loaded only where that is. */
final class StoreHandler {

  private static final System.Logger LOG = System.getLogger(StoreHandler.class.getName());

  /** Once: whoever signs in could fill the log. */
  private static final AtomicBoolean SAID = new AtomicBoolean();

  private StoreHandler() {}

  /** Some servers have a handler where there are no stores: it does not validate. */
  static Answer check(Instance<Object> beans, String username, String password) {
    var handlers = beans.select(IdentityStoreHandler.class);
    if (!handlers.isResolvable()) {
      if (handlers.isAmbiguous() && !SAID.getAndSet(true)) {
        LOG.log(Level.WARNING, Messages.HANDLERS_AMBIGUOUS.text());
      }
      return new Answer.NotAsked();
    }
    var result = handlers.get().validate(new UsernamePasswordCredential(username, password));
    if (result.getStatus() == Status.VALID) {
      var name = result.getCallerPrincipal().getName();
      return new Answer.Valid(new Passwords.Known(name, Set.copyOf(result.getCallerGroups())));
    }
    return result.getStatus() == Status.INVALID ? new Answer.Invalid() : new Answer.NotAsked();
  }
}
