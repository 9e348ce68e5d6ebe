package io.tokenrevocation.token;

import io.tokenrevocation.settings.CommaList;
import io.tokenrevocation.settings.NamedSettings;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsGroup;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of issuers beside the authority of this application. */
public final class IssuerSettings implements SettingsGroup {

  static final Setting<List<String>> NAMES =
      Setting.names(
          "revocation.issuers",
          "Issuers beside this application's authority; each name stands in the keys below.");

  static final Setting<String> ISSUER_URI =
      IssuerSetting.of(
          "uri",
          "URI",
          null,
          "the iss of its tokens, of at most 512 characters",
          "The issuer, compared character by character.",
          IssuerSetting::issuer);

  static final Setting<IssuerProfile> PROFILE =
      IssuerSetting.of(
          "profile",
          "word",
          "oauth",
          "cognito, keycloak or oauth",
          "What its tokens are like, unless the keys below say otherwise.",
          IssuerProfile::parse);

  static final Setting<Optional<URI>> KEYS =
      IssuerSetting.byProfile(
          "jwks",
          "URL",
          KeyAddress.RANGE,
          "Where its public keys are fetched from.",
          KeyAddress::parse);

  static final Setting<List<String>> ALGORITHMS =
      IssuerSetting.of(
          "algorithms",
          CommaList.SHAPE,
          "RS256",
          "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 or ES512",
          "What its tokens may be signed with.",
          text -> CommaList.read(text, IssuerSetting::algorithm));

  static final Setting<Optional<List<String>>> HEADER_TYPES =
      IssuerSetting.byProfile(
          "typ",
          CommaList.SHAPE,
          "media types such as JWT or at+jwt, none for a token without, or any",
          "What the typ in the header of an access token may be.",
          text -> CommaList.read(text, IssuerSetting::word));

  static final Setting<Optional<List<ClaimValue>>> ACCESS_TOKEN =
      IssuerSetting.values(
          "access-token", "What tells an access token from others, where typ does not.");

  static final Setting<Optional<List<ClaimValue>>> ID_TOKEN =
      IssuerSetting.values(
          "id-token", "What tells an ID token. Without, its ID tokens are never accepted.");

  static final Setting<Optional<List<String>>> AUDIENCES =
      IssuerSetting.or(
          "as revocation.audiences",
          "audiences",
          CommaList.SHAPE,
          "audiences or client ids, or any",
          "Whose tokens are accepted from this issuer.",
          text -> CommaList.read(text, IssuerSetting::word));

  static final Setting<Optional<List<String>>> AUDIENCE_CLAIMS =
      IssuerSetting.claims("audience", "Where a token says whom it is meant for.");

  static final Setting<Optional<List<String>>> CLIENT_CLAIMS =
      IssuerSetting.claims(
          "client", "Where it names the client it was issued to: the first that it has.");

  static final Setting<Optional<List<String>>> FAMILY_CLAIMS =
      IssuerSetting.claims(
          "family", "Where it names the sign-in it descends from: the first that it has.");

  static final Setting<Optional<List<String>>> SESSION_CLAIMS =
      IssuerSetting.claims("session", "Where it names the login session: the first that it has.");

  static final Setting<Optional<List<String>>> USERNAME_CLAIMS =
      IssuerSetting.claims("username", "Where it names the user: the first that it has, else sub.");

  static final Setting<Optional<List<String>>> GROUPS_CLAIMS =
      IssuerSetting.claims(
          "groups", "Where it lists the user's groups, which are roles: arrays or words.");

  static final Setting<Optional<List<String>>> SCOPE_CLAIMS =
      IssuerSetting.claims("scope", "Where it lists what it may be used for: arrays or words.");

  static final Setting<Duration> LONGEST_TOKEN_LIFE =
      Setting.duration(
          "revocation.issuer.*.longest-token-life",
          "PT24H",
          Duration.ofMinutes(5),
          Duration.ofDays(31),
          "A token whose exp is further from its iat is refused. Revocations by subject, client or"
              + " issuer are kept for so long.");

  /** Made by the service loader. */
  public IssuerSettings() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public List<NamedSettings> named() {
    return List.of(
        new NamedSettings(
            NAMES,
            List.of(
                ISSUER_URI,
                PROFILE,
                KEYS,
                ALGORITHMS,
                HEADER_TYPES,
                ACCESS_TOKEN,
                ID_TOKEN,
                AUDIENCES,
                AUDIENCE_CLAIMS,
                CLIENT_CLAIMS,
                FAMILY_CLAIMS,
                SESSION_CLAIMS,
                USERNAME_CLAIMS,
                GROUPS_CLAIMS,
                SCOPE_CLAIMS,
                LONGEST_TOKEN_LIFE)));
  }

  @Override
  public void check(Settings settings) {
    ConfiguredIssuer.all(settings);
  }
}
