package io.tokenrevocation.rest.cognito;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must go together in the settings for authorization endpoints. This authority has none: it
 * keeps these settings for whoever asks.
 */
final class OAuthSettings {

  private static final Pattern PLAIN_HTTP =
      Pattern.compile("http://(?!(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/?#]|$)).*");

  private OAuthSettings() {}

  /**
   * Checks a client's settings.
   *
   * @throws CognitoError in Cognito's words
   */
  static void check(JsonObject settings, boolean confidential) {
    var flows = texts(settings, "AllowedOAuthFlows");
    if (flows.contains("client_credentials")) {
      if (flows.size() > 1) {
        throw flow(
            "client_credentials flow can not be selected along with code flow or implicit flow.");
      }
      if (!confidential) {
        throw flow(
            "client_credentials flow can not be selected if client does not have a client secret.");
      }
    }
    var callbacks = texts(settings, "CallbackURLs");
    if (settings.getBoolean("AllowedOAuthFlowsUserPoolClient", false)) {
      if (flows.isEmpty() || texts(settings, "AllowedOAuthScopes").isEmpty()) {
        throw CognitoError.invalidParameter(
            "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed"
                + " to use OAuth flows.");
      }
      if (callbacks.isEmpty() && !flows.contains("client_credentials")) {
        throw flow("CallbackUrls can not be empty when code flow or implicit flow is selected");
      }
    }
    checkUrls(settings, callbacks);
  }

  private static void checkUrls(JsonObject settings, List<String> callbacks) {
    Stream.concat(callbacks.stream(), texts(settings, "LogoutURLs").stream())
        .filter(url -> PLAIN_HTTP.matcher(url).matches())
        .findFirst()
        .ifPresent(
            url -> {
              throw CognitoError.invalidParameter(url + " cannot use the HTTP protocol.");
            });
    var redirect = settings.getString("DefaultRedirectURI", "");
    if (!redirect.isEmpty() && !callbacks.contains(redirect)) {
      throw CognitoError.invalidParameter(
          "The default redirect URI " + redirect + " is not in the callback URIs list.");
    }
  }

  private static List<String> texts(JsonObject settings, String name) {
    return settings.containsKey(name)
        ? JsonTypes.list(settings.get(name)).stream().map(JsonTypes::string).toList()
        : List.of();
  }

  private static CognitoError flow(String message) {
    return CognitoError.of("InvalidOAuthFlowException", message);
  }
}
