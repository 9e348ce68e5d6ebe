package io.tokenrevocation.token;

import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the settings say of an issuer that is not this application's own authority.
 *
 * @param name stands in the keys of its settings
 * @param uri the {@code iss} of its tokens
 * @param keys where its JWK Set is
 * @param profile how its tokens are read
 * @param audiences whose tokens are accepted from it, {@code any} among them for all; empty if they
 *     are those of the application
 * @param longestTokenLife how far {@code exp} may be from {@code iat}
 */
public record ConfiguredIssuer(
    String name,
    String uri,
    URI keys,
    TokenProfile profile,
    List<String> audiences,
    Duration longestTokenLife) {

  private static final String ANY_AUDIENCE = "any";

  /** Takes an unmodifiable copy. */
  public ConfiguredIssuer {
    audiences = List.copyOf(audiences);
  }

  /**
   * Returns the issuers that are configured.
   *
   * @param settings of the application
   * @return in the order of their names; may be empty
   * @throws InvalidSettingException if settings make no sense together
   */
  public static List<ConfiguredIssuer> all(Settings settings) {
    var all =
        settings.get(IssuerSettings.NAMES).stream()
            .map(name -> new Reader(settings, name).issuer())
            .toList();
    var uris = new HashSet<String>();
    for (var issuer : all) {
      if (!uris.add(issuer.uri())) {
        throw new InvalidSettingException(
            IssuerSettings.ISSUER_URI.of(issuer.name()).key()
                + " is "
                + issuer.uri()
                + ", but so is that of another of "
                + IssuerSettings.NAMES.key());
      }
    }
    return all;
  }

  boolean acceptsAnyAudience() {
    return audiences.contains(ANY_AUDIENCE);
  }

  /** Reads the settings of one name. */
  private record Reader(Settings settings, String name) {

    ConfiguredIssuer issuer() {
      var uri = get(IssuerSettings.ISSUER_URI);
      var profile = get(IssuerSettings.PROFILE);
      return new ConfiguredIssuer(
          name,
          uri,
          get(IssuerSettings.KEYS).orElseGet(() -> keys(uri, profile)),
          profile(profile.tokens()),
          get(IssuerSettings.AUDIENCES).orElse(List.of()),
          get(IssuerSettings.LONGEST_TOKEN_LIFE));
    }

    private URI keys(String uri, IssuerProfile profile) {
      try {
        if (!profile.keys().isEmpty()) {
          return KeyAddress.parse(uri + profile.keys());
        }
      } catch (IllegalArgumentException e) {
        // told below
      }
      throw new InvalidSettingException(
          IssuerSettings.KEYS.of(name).key()
              + " is not set, and does not follow from the profile "
              + profile.text()
              + " and the issuer "
              + uri
              + ": it must be "
              + KeyAddress.RANGE);
    }

    private TokenProfile profile(TokenProfile base) {
      var types = base.types();
      return new TokenProfile(
          Set.copyOf(get(IssuerSettings.ALGORITHMS)),
          new TokenTypes(
              get(IssuerSettings.HEADER_TYPES)
                  .<Set<String>>map(Set::copyOf)
                  .orElse(types.headerTypes()),
              get(IssuerSettings.ACCESS_TOKEN).orElse(types.access()),
              get(IssuerSettings.ID_TOKEN).orElse(types.id())),
          claims(base.claims()));
    }

    private ClaimNames claims(ClaimNames base) {
      return new ClaimNames(
          get(IssuerSettings.AUDIENCE_CLAIMS).orElse(base.audience()),
          get(IssuerSettings.CLIENT_CLAIMS).orElse(base.client()),
          get(IssuerSettings.FAMILY_CLAIMS).orElse(base.family()),
          get(IssuerSettings.SESSION_CLAIMS).orElse(base.session()),
          get(IssuerSettings.USERNAME_CLAIMS).orElse(base.username()),
          get(IssuerSettings.GROUPS_CLAIMS).orElse(base.groups()),
          get(IssuerSettings.SCOPE_CLAIMS).orElse(base.scope()));
    }

    private <T> T get(Setting<T> setting) {
      return settings.get(setting.of(name));
    }
  }
}
