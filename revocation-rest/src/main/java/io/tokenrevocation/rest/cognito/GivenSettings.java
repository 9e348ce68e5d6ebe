package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.ClientSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Reads the settings of an app client from a request; what is left out, is at its default. */
final class GivenSettings {

  private static final String ROTATION = "RefreshTokenRotation";

  private GivenSettings() {}

  /**
   * Reads settings that were checked one by one.
   *
   * @param confidential whether the client has a secret
   * @throws CognitoError if they do not go together
   */
  static ClientSettings read(Input input, boolean confidential) {
    var given = withoutRotation(input.only(ClientMembers.SETTINGS));
    OAuthSettings.check(given, confidential);
    return new ClientSettings(
        ExplicitFlows.allowed(given),
        given.getBoolean("EnableTokenRevocation", true),
        Lifetimes.read(given),
        !given.getString("PreventUserExistenceErrors", "LEGACY").equals("ENABLED"),
        given.toString());
  }

  /** A client that does not rotate has no grace period, whatever was given. */
  private static JsonObject withoutRotation(JsonObject given) {
    var rotation = given.getJsonObject(ROTATION);
    if (rotation == null) {
      return given;
    }
    refuseRotation(rotation, given);
    var disabled =
        Json.createObjectBuilder().add("Feature", "DISABLED").add("RetryGracePeriodSeconds", 0);
    return Json.createObjectBuilder(given).add(ROTATION, disabled).build();
  }

  /** As in a pool of the tier that does not have it: this authority does not rotate yet. */
  private static void refuseRotation(JsonObject rotation, JsonObject given) {
    if (rotation.getString("Feature").equals("ENABLED")) {
      throw ExplicitFlows.in(given).contains(ExplicitFlows.ALLOW_REFRESH_TOKEN_AUTH)
          ? CognitoError.invalidParameter(
              "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token"
                  + " rotation is enabled.")
          : CognitoError.of(
              "FeatureUnavailableInTierException",
              "The following features need to be disabled for the LITE pricing tier configured:"
                  + " Refresh Token Rotation");
    }
  }
}
