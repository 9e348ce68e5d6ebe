package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.IssuedTokens;
import io.tokenrevocation.pool.PasswordSignIn;
import io.tokenrevocation.pool.Refusal;
import io.tokenrevocation.pool.TokenRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * Signs a user in with a password, or refreshes with a refresh token.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html">InitiateAuth</a>
 */
@Dependent
final class InitiateAuth implements Operation {

  private static final Member CLIENT_ID = Member.clientId();
  private static final Member AUTH_FLOW =
      Member.oneOf(
          "AuthFlow",
          "USER_SRP_AUTH",
          "REFRESH_TOKEN_AUTH",
          "REFRESH_TOKEN",
          "CUSTOM_AUTH",
          "ADMIN_NO_SRP_AUTH",
          "USER_PASSWORD_AUTH",
          "ADMIN_USER_PASSWORD_AUTH",
          "USER_AUTH");

  private final AppClients clients;
  private final PasswordSignIn signIn;
  private final TokenRefresh refresh;
  private final SecretHash secretHash;

  @Inject
  InitiateAuth(
      AppClients clients, PasswordSignIn signIn, TokenRefresh refresh, SecretHash secretHash) {
    this.clients = clients;
    this.signIn = signIn;
    this.refresh = refresh;
    this.secretHash = secretHash;
  }

  @Override
  public String name() {
    return "InitiateAuth";
  }

  @Override
  public JsonObject call(Input input) {
    input.check(AUTH_FLOW, CLIENT_ID);
    var flow = input.required(AUTH_FLOW);
    var parameters = input.map("AuthParameters");
    var clientId = input.required(CLIENT_ID);
    var client = clients.find(clientId).orElseThrow(() -> CognitoError.unknownClient(clientId));
    var tokens =
        switch (flow) {
          case "USER_PASSWORD_AUTH" -> signIn(client, parameters);
          case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> refresh(client, parameters);
          case "ADMIN_NO_SRP_AUTH", "ADMIN_USER_PASSWORD_AUTH" ->
              throw CognitoError.invalidParameter("Initiate Auth method not supported.");
          default -> throw notEnabled(flow);
        };
    return answer(tokens);
  }

  private IssuedTokens signIn(AppClient client, Map<String, String> parameters) {
    var username = required(parameters, "USERNAME");
    var password = required(parameters, "PASSWORD");
    secretHash.check(client, username, parameters);
    return signIn
        .signIn(client, username, password)
        .orElseThrow(refusal -> error(refusal, client, "USER_PASSWORD_AUTH"));
  }

  private IssuedTokens refresh(AppClient client, Map<String, String> parameters) {
    var refreshToken = required(parameters, "REFRESH_TOKEN");
    if (client.isConfidential()) {
      secretHash.requirePresent(client, parameters);
      refresh
          .usernameOf(refreshToken)
          .ifPresent(username -> secretHash.check(client, username, parameters));
    }
    if (client.rotates()) {
      throw CognitoError.of(
          "UnsupportedOperationException", "This API does not support refresh token rotation");
    }
    return refresh
        .refresh(client, refreshToken)
        .orElseThrow(refusal -> refreshError(refusal, client));
  }

  private static JsonObject answer(IssuedTokens tokens) {
    return Json.createObjectBuilder()
        .add("AuthenticationResult", AuthenticationResult.of(tokens))
        .add("ChallengeParameters", JsonValue.EMPTY_JSON_OBJECT)
        .build();
  }

  private static String required(Map<String, String> parameters, String name) {
    var value = parameters.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw CognitoError.invalidParameter("Missing required parameter " + name);
    }
    return value;
  }

  /** Of reuse this operation knows nothing: no error of its own stands for it. */
  private static CognitoError refreshError(Refusal refusal, AppClient client) {
    return RefreshRefusals.error(
        refusal == Refusal.REUSED ? Refusal.UNKNOWN_REFRESH_TOKEN : refusal, client);
  }

  private static CognitoError error(Refusal refusal, AppClient client, String flow) {
    return switch (refusal) {
      case CLIENT_DELETED -> CognitoError.unknownClient(client.id());
      case FLOW_NOT_ENABLED -> notEnabled(flow);
      case WRONG_CREDENTIALS -> CognitoError.notAuthorized("Incorrect username or password.");
      case NO_SUCH_USER -> CognitoError.unknownUser();
      case USER_DISABLED -> CognitoError.notAuthorized("User is disabled.");
      default -> throw new IllegalStateException("signing in is not refused for " + refusal);
    };
  }

  private static CognitoError notEnabled(String flow) {
    return CognitoError.invalidParameter(flow + " flow not enabled for this client");
  }
}
