package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.IssuedTokens;
import io.tokenrevocation.pool.PasswordSignIn;
import io.tokenrevocation.pool.Refusal;
import io.tokenrevocation.pool.TokenRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;

/** The flows by which a client obtains tokens, for the two operations that start one. */
@Dependent
final class AuthFlows {

  private final PasswordSignIn signIn;
  private final TokenRefresh refresh;
  private final SecretHash secretHash;

  @Inject
  AuthFlows(PasswordSignIn signIn, TokenRefresh refresh, SecretHash secretHash) {
    this.signIn = signIn;
    this.refresh = refresh;
    this.secretHash = secretHash;
  }

  /**
   * Goes through the flow that a request names.
   *
   * @param client that exists
   * @param input that was checked
   * @param byPassword the one flow with a password that the operation offers
   * @return the members of the answer
   */
  JsonObject start(AppClient client, Input input, AuthFlow byPassword) {
    var flow = input.required(AuthMembers.AUTH_FLOW);
    var parameters = input.map(AuthMembers.AUTH_PARAMETERS);
    var tokens =
        switch (flow) {
          case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> refresh(client, parameters);
          case "USER_PASSWORD_AUTH" -> {
            refuseUnless(byPassword == AuthFlow.USER_PASSWORD);
            yield signIn(client, byPassword, parameters);
          }
          case "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH" -> {
            refuseUnless(byPassword == AuthFlow.ADMIN_USER_PASSWORD);
            yield signIn(client, byPassword, parameters);
          }
          case "USER_SRP_AUTH" -> throw withoutSrp(client, parameters);
          default -> throw notEnabled(flow);
        };
    return AuthAnswer.of(tokens);
  }

  private IssuedTokens signIn(AppClient client, AuthFlow flow, Map<String, String> parameters) {
    var username = required(parameters, "USERNAME");
    var password = required(parameters, "PASSWORD");
    secretHash.check(client, username, parameters);
    return signIn
        .signIn(client, flow, username, password)
        .orElseThrow(refusal -> AuthAnswer.error(refusal, client, flow));
  }

  private IssuedTokens refresh(AppClient client, Map<String, String> parameters) {
    var refreshToken = required(parameters, "REFRESH_TOKEN");
    if (client.isConfidential()) {
      secretHash.requirePresent(client, parameters);
      refresh
          .usernameOf(client, refreshToken)
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

  /** The service model gives these operations no error for a token that was rotated out. */
  private static CognitoError refreshError(Refusal refusal, AppClient client) {
    var told = refusal == Refusal.REUSED ? Refusal.UNKNOWN_REFRESH_TOKEN : refusal;
    return AuthAnswer.error(told, client, AuthFlow.REFRESH_TOKEN);
  }

  /** A client that may use it is told first what it has left out. */
  private static CognitoError withoutSrp(AppClient client, Map<String, String> parameters) {
    if (client.flows().contains(AuthFlow.USER_SRP)) {
      required(parameters, "SRP_A");
    }
    return notEnabled("USER_SRP_AUTH");
  }

  private static CognitoError notEnabled(String flow) {
    return CognitoError.invalidParameter(flow + " is not enabled for the client.");
  }

  private static void refuseUnless(boolean offered) {
    if (!offered) {
      throw CognitoError.invalidParameter("Initiate Auth method not supported.");
    }
  }

  private static String required(Map<String, String> parameters, String name) {
    var value = parameters.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw CognitoError.invalidParameter("Missing required parameter " + name);
    }
    return value;
  }
}
