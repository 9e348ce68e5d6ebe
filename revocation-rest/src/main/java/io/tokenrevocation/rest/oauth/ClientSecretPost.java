package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.SettingsGroup;
import java.util.List;

/** Whether clients may send their secret in the body everywhere. */
public final class ClientSecretPost implements SettingsGroup {

  static final Setting<Boolean> SETTING =
      Setting.flag(
          "revocation.client-secret-post",
          false,
          "Whether /oauth2/revoke and /oauth2/introspect take a client's secret from the body too, as"
              + " /oauth2/token always does; Cognito does not.");

  /** Made by the service loader. */
  public ClientSecretPost() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of(SETTING);
  }
}
