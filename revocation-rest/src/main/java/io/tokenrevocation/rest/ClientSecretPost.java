package io.tokenrevocation.rest;

import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.util.List;

/** Whether clients may send their secret in the body everywhere. */
public final class ClientSecretPost implements SettingsGroup {

  /** The setting. */
  public static final Setting<Boolean> SETTING =
      Setting.flag(
          "revocation.client-secret-post",
          false,
          "Whether /oauth2/revoke takes a client's secret from the body too, as the other endpoints"
              + " always do; Cognito does not.");

  /** Made by the service loader. */
  public ClientSecretPost() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of(SETTING);
  }
}
