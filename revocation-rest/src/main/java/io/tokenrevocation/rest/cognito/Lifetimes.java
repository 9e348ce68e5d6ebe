package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.TokenValidity;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Token lifetimes as settings: a number, and a unit in {@code TokenValidityUnits}. */
final class Lifetimes {

  private static final String ACCESS = "AccessToken";
  private static final String ID = "IdToken";
  private static final String REFRESH = "RefreshToken";

  private Lifetimes() {}

  /**
   * Reads them.
   *
   * @throws CognitoError if one is outside its range
   */
  static TokenValidity read(JsonObject settings) {
    var unlessGiven = TokenValidity.DEFAULT;
    try {
      return new TokenValidity(
          lifetime(settings, ACCESS, unlessGiven.access()),
          lifetime(settings, ID, unlessGiven.id()),
          lifetime(settings, REFRESH, unlessGiven.refresh()));
    } catch (IllegalArgumentException outOfRange) {
      throw CognitoError.invalidParameter("Invalid range for token validity.");
    }
  }

  /** {@code RefreshTokenValidity} in its unit, which is told whether it was given or not. */
  static long refreshTokenValidity(TokenValidity validity, JsonObject settings) {
    return validity.refresh().dividedBy(unit(settings, REFRESH).getDuration());
  }

  /** Zero, which only a refresh token may have, means the same as nothing. */
  private static Duration lifetime(JsonObject settings, String token, Duration unlessGiven) {
    var number = settings.getInt(token + "Validity", 0);
    return number == 0 ? unlessGiven : unit(settings, token).getDuration().multipliedBy(number);
  }

  private static ChronoUnit unit(JsonObject settings, String token) {
    var units = settings.getJsonObject("TokenValidityUnits");
    var unlessGiven = token.equals(REFRESH) ? "days" : "hours";
    var unit = units == null ? unlessGiven : units.getString(token, unlessGiven);
    return ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT));
  }
}
