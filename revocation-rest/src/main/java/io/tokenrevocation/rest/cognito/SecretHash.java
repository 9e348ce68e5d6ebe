package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;

/**
 * How a confidential client proves its secret when it signs a user in: Base64 of the HMAC-SHA256 of
 * username and client id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash">Computing
 *     secret hash values</a>
 */
@Dependent
final class SecretHash {

  private static final String PARAMETER = "SECRET_HASH";

  private final AppClients clients;

  @Inject
  SecretHash(AppClients clients) {
    this.clients = clients;
  }

  /** Refuses a confidential client that sent no hash. */
  void requirePresent(AppClient client, Map<String, String> parameters) {
    if (client.isConfidential() && !parameters.containsKey(PARAMETER)) {
      throw CognitoError.notAuthorized(
          "Client " + client.id() + " is configured with secret but SECRET_HASH was not received");
    }
  }

  /** Refuses a confidential client that sent no hash or a wrong one. */
  void check(AppClient client, String username, Map<String, String> parameters) {
    requirePresent(client, parameters);
    var presented = decode(parameters.getOrDefault(PARAMETER, ""));
    if (!clients.authenticates(client, username + client.id(), presented)) {
      throw CognitoError.notAuthorized("Unable to verify secret hash for client " + client.id());
    }
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
