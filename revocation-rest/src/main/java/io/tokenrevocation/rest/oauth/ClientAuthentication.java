package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.rest.ClientSecretPost;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Finds the client that calls, and has it prove who it is. */
@Dependent
class ClientAuthentication {

  /** No client has a longer id. */
  private static final int LONGEST_ID = 128;

  private final AppClients clients;
  private final boolean secretInForm;

  @Inject
  ClientAuthentication(AppClients clients, Settings settings) {
    this(clients, settings.get(ClientSecretPost.SETTING));
  }

  ClientAuthentication(AppClients clients, boolean secretInForm) {
    this.clients = clients;
    this.secretInForm = secretInForm;
  }

  /**
   * Finds a client that has sent its secret by Basic, or is public and has named itself.
   *
   * @param authorization all {@code Authorization} headers
   * @return empty if there is none
   * @throws OAuthError if the request contradicts itself
   */
  Optional<AppClient> find(List<String> authorization, Form form) {
    return find(authorization, form, secretInForm);
  }

  /** The same, for an endpoint that takes the secret from the form as well. */
  Optional<AppClient> findAlsoByForm(List<String> authorization, Form form) {
    return find(authorization, form, true);
  }

  private Optional<AppClient> find(List<String> authorization, Form form, boolean alsoByForm) {
    return ClientCredentials.of(authorization, form, alsoByForm).stream()
        .filter(credentials -> credentials.clientId().length() <= LONGEST_ID)
        .flatMap(credentials -> authenticated(credentials).stream())
        .findFirst();
  }

  private Optional<AppClient> authenticated(ClientCredentials credentials) {
    return clients
        .find(credentials.clientId())
        .filter(client -> clients.authenticates(client, credentials.secret()));
  }
}
