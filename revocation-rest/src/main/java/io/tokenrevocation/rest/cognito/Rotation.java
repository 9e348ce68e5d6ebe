package io.tokenrevocation.rest.cognito;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads {@code RefreshTokenRotation} from the settings of an app client. */
final class Rotation {

  private static final String MEMBER = "RefreshTokenRotation";
  private static final String FEATURE = "Feature";
  private static final String GRACE = "RetryGracePeriodSeconds";

  private Rotation() {}

  /**
   * The settings with what this one lacks: no grace period unless one is given, and none at a
   * client that does not rotate.
   *
   * @throws CognitoError if it does not go with the others
   */
  static JsonObject completed(JsonObject settings) {
    var given = settings.getJsonObject(MEMBER);
    if (given == null) {
      return settings;
    }
    if (isOn(given)
        && ExplicitFlows.in(settings).contains(ExplicitFlows.ALLOW_REFRESH_TOKEN_AUTH)) {
      throw CognitoError.invalidParameter(
          "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation"
              + " is enabled.");
    }
    var completed =
        Json.createObjectBuilder()
            .add(FEATURE, given.getString(FEATURE))
            .add(GRACE, isOn(given) ? given.getInt(GRACE, 0) : 0);
    return Json.createObjectBuilder(settings).add(MEMBER, completed).build();
  }

  /** How long a refresh token that was rotated out still works, or null without rotation. */
  static @Nullable Duration grace(JsonObject completed) {
    var given = completed.getJsonObject(MEMBER);
    return given != null && isOn(given) ? Duration.ofSeconds(given.getInt(GRACE)) : null;
  }

  private static boolean isOn(JsonObject given) {
    return given.getString(FEATURE).equals("ENABLED");
  }
}
