package io.tokenrevocation.token;

import io.tokenrevocation.settings.CommaList;
import io.tokenrevocation.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the settings of an issuer, and reads their values. */
final class IssuerSetting {

  private static final String NONE = "none";
  private static final String CLAIMS = "claims, or paths such as realm_access.roles, or none";
  private static final String VALUES = "claims with values such as token_use=access, or none";

  /** No longer than what the authority's database has room for. */
  private static final Pattern ISSUER = Pattern.compile("\\S{1,512}");

  private static final Set<String> ALGORITHMS =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  private IssuerSetting() {}

  static <T> Setting<T> of(
      String name,
      String shape,
      @Nullable String byDefault,
      String range,
      String effect,
      Function<String, T> parser) {
    return new Setting<>(
        "revocation.issuer.*." + name, shape, byDefault, range, effect, false, parser);
  }

  /** A setting that is empty unless it is set; then the profile says it. */
  static <T> Setting<Optional<T>> byProfile(
      String name, String shape, String range, String effect, Function<String, T> parser) {
    return or("by profile", name, shape, range, effect, parser);
  }

  /** A setting that is empty unless it is set. */
  static <T> Setting<Optional<T>> or(
      String otherwise,
      String name,
      String shape,
      String range,
      String effect,
      Function<String, T> parser) {
    return of(
        name,
        shape,
        otherwise,
        range,
        effect,
        text -> text.equals(otherwise) ? Optional.empty() : Optional.of(parser.apply(text)));
  }

  static Setting<Optional<List<String>>> claims(String what, String effect) {
    return byProfile(
        what + "-claims",
        CommaList.SHAPE,
        CLAIMS,
        effect,
        text -> listOrNone(text, IssuerSetting::word));
  }

  static Setting<Optional<List<ClaimValue>>> values(String name, String effect) {
    return byProfile(
        name, CommaList.SHAPE, VALUES, effect, text -> listOrNone(text, ClaimValue::parse));
  }

  private static <T> List<T> listOrNone(String text, Function<String, T> item) {
    return text.equals(NONE) ? List.of() : CommaList.read(text, item);
  }

  static String issuer(String text) {
    if (!ISSUER.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  static String algorithm(String text) {
    if (!ALGORITHMS.contains(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  static String word(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
