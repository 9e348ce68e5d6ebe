package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.IssuedTokens;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Writes tokens as every operation that issues some answers them. */
final class AuthenticationResult {

  private AuthenticationResult() {}

  static JsonObject of(IssuedTokens tokens) {
    var result =
        Json.createObjectBuilder()
            .add("AccessToken", tokens.accessToken())
            .add("ExpiresIn", tokens.accessLifetime().toSeconds())
            .add("IdToken", tokens.idToken());
    tokens.refreshToken().ifPresent(token -> result.add("RefreshToken", token));
    return result.add("TokenType", "Bearer").build();
  }
}
