package io.tokenrevocation.rest.cognito;

import io.tokenrevocation.pool.ClientSettings;

/** Reads the settings of an app client from a request; what is left out, is at its default. */
final class GivenSettings {

  private GivenSettings() {}

  /**
   * Reads settings that were checked one by one.
   *
   * @param confidential whether the client has a secret
   * @throws CognitoError if they do not go together
   */
  static ClientSettings read(Input input, boolean confidential) {
    var given = Rotation.completed(input.only(ClientMembers.SETTINGS));
    OAuthSettings.check(given, confidential);
    return new ClientSettings(
        ExplicitFlows.allowed(given),
        given.getBoolean("EnableTokenRevocation", true),
        Lifetimes.read(given),
        Rotation.grace(given),
        !given.getString("PreventUserExistenceErrors", "LEGACY").equals("ENABLED"),
        given.toString());
  }
}
