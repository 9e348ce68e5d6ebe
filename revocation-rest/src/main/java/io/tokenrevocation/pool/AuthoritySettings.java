package io.tokenrevocation.pool;

import io.tokenrevocation.settings.CommaList;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Setting;
import io.tokenrevocation.settings.Settings;
import io.tokenrevocation.settings.SettingsGroup;
import io.tokenrevocation.token.ConfiguredIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of the authority. */
public final class AuthoritySettings implements SettingsGroup {

  /** The JNDI name of the database. */
  public static final Setting<String> DATA_SOURCE =
      new Setting<>(
          "revocation.data-source",
          "JNDI name",
          "java:app/jdbc/revocation",
          "a name that starts with java:, or one without a colon, such as jdbc/revocation",
          "Where the DataSource of the authority's database is bound.",
          false,
          matching(Pattern.compile("java:[\\w/.:-]+|[\\w/.-]+")));

  /** The ids of the user pools. */
  public static final Setting<List<String>> USER_POOLS =
      Setting.list(
          "revocation.user-pools",
          null,
          "ids such as us-east-1_AbCdEfGhI, of at most 55 characters",
          "The user pools this authority issues tokens for. A new one is made at the next start.",
          matching(Pattern.compile("(?=.{1,55}$)[\\w-]+_[0-9a-zA-Z]+")));

  /** The address clients know the authority by. */
  public static final Setting<String> ENDPOINT =
      new Setting<>(
          "revocation.endpoint",
          "URL",
          null,
          "an http or https URL that ends in /cognito-idp",
          "The address clients know the authority by. A new pool's issuer is this, a slash and its"
              + " id, and stays so.",
          false,
          AuthoritySettings::endpoint);

  /** Who makes the tables. */
  public static final Setting<SchemaRule> SCHEMA =
      new Setting<>(
          "revocation.schema",
          "word",
          "migrate",
          "migrate or check",
          "Whether the authority makes and changes its tables when it starts, or only looks"
              + " whether an administrator has: then it needs no right to do so.",
          false,
          SchemaRule::parse);

  static final Setting<Boolean> REVOKE_ON_REUSE =
      Setting.flag(
          "revocation.revoke-on-reuse",
          false,
          "Whether the reuse of a refresh token that was rotated out also revokes the whole"
              + " sign-in, as RFC 9700 recommends. Cognito does not.");

  static final Setting<Duration> AUDIT_RETENTION =
      new Setting<>(
          "revocation.audit-retention",
          "ISO-8601 duration",
          "P400D",
          "a duration from P1D to P36500D",
          "How long the audit trail keeps an entry.",
          false,
          AuthoritySettings::retention);

  /** Whether there is a page for administrators. */
  public static final Setting<Boolean> CONSOLE =
      Setting.flag(
          "revocation.console",
          false,
          "Whether there is a page for administrators, at /revocation/console/.");

  /** The app clients whose access tokens may administer; empty for any. */
  public static final Setting<List<String>> ADMINISTRATOR_CLIENTS =
      new Setting<>(
          "revocation.administrator-clients",
          CommaList.SHAPE,
          "any",
          "ids of app clients, or any",
          "An administrator's access token counts only if it was issued to one of these.",
          false,
          text ->
              text.equals("any")
                  ? List.of()
                  : CommaList.read(text, matching(Pattern.compile("[\\w+]{1,128}"))));

  /** Made by the service loader. */
  public AuthoritySettings() {}

  @Override
  public List<Setting<?>> settings() {
    return List.of(
        USER_POOLS,
        ENDPOINT,
        DATA_SOURCE,
        SCHEMA,
        REVOKE_ON_REUSE,
        AUDIT_RETENTION,
        ADMINISTRATOR_CLIENTS,
        CONSOLE);
  }

  /** The keys of our own tokens are in memory; nobody else may vouch for them. */
  @Override
  public void check(Settings settings) {
    var own =
        settings.get(USER_POOLS).stream()
            .map(id -> settings.get(ENDPOINT) + "/" + id)
            .collect(Collectors.toSet());
    for (var issuer : ConfiguredIssuer.all(settings)) {
      if (own.contains(issuer.uri())) {
        throw new InvalidSettingException(
            "revocation.issuers names "
                + issuer.name()
                + ", whose issuer "
                + issuer.uri()
                + " is this authority itself");
      }
    }
  }

  private static Function<String, String> matching(Pattern pattern) {
    return text -> {
      if (!pattern.matcher(text).matches()) {
        throw new IllegalArgumentException();
      }
      return text;
    };
  }

  private static Duration retention(String text) {
    var retention = Duration.parse(text);
    if (retention.compareTo(Duration.ofDays(1)) < 0
        || retention.compareTo(Duration.ofDays(36_500)) > 0) {
      throw new IllegalArgumentException();
    }
    return retention;
  }

  private static String endpoint(String text) {
    var uri = URI.create(text);
    var isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!isWeb
        || uri.getHost() == null
        || !text.endsWith("/cognito-idp")
        || text.matches(".*[?#].*")) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
