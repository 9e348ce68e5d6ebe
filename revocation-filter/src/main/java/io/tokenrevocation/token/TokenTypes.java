package io.tokenrevocation.token;

import io.tokenrevocation.TokenUse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells an issuer's access tokens, its ID tokens and whatever else it signs apart.
 *
 * @param headerTypes what the {@code typ} in the header of an access token may be: media types, or
 *     {@code none} for a token without one, or {@code any}
 * @param access of these an access token has at least one; empty if its type or its audience alone
 *     tells
 * @param id of these an ID token has at least one, and an access token none; empty if no ID token
 *     is accepted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725#section-3.12">RFC 8725, 3.12: Use Mutually
 *     Exclusive Validation Rules for Different Kinds of JWTs</a>
 */
public record TokenTypes(Set<String> headerTypes, List<ClaimValue> access, List<ClaimValue> id) {

  /** Stands for whatever type, and for none. */
  static final String ANY = "any";

  /** Stands for no type. */
  static final String NONE = "none";

  private static final String APPLICATION = "application/";
  private static final Set<String> ID_TOKEN = Set.of("jwt", NONE);

  /** Takes unmodifiable copies. */
  public TokenTypes {
    headerTypes =
        headerTypes.stream().map(TokenTypes::normal).collect(Collectors.toUnmodifiableSet());
    access = List.copyOf(access);
    id = List.copyOf(id);
  }

  /** What a token was issued for, or empty if it is neither an access token nor an ID token. */
  Optional<TokenUse> use(@Nullable String headerType, Map<String, Object> claims) {
    var type = headerType == null ? NONE : normal(headerType);
    if (anyIn(claims, id)) {
      return ID_TOKEN.contains(type) ? Optional.of(TokenUse.ID) : Optional.empty();
    }
    var isAccess = access.isEmpty() || anyIn(claims, access);
    return isAccess && (headerTypes.contains(ANY) || headerTypes.contains(type))
        ? Optional.of(TokenUse.ACCESS)
        : Optional.empty();
  }

  /** Tells whether an ID token would pass for an access token. */
  boolean takeAllForAccessTokens() {
    return access.isEmpty()
        && id.isEmpty()
        && (headerTypes.contains(ANY) || !Collections.disjoint(headerTypes, ID_TOKEN));
  }

  private static boolean anyIn(Map<String, Object> claims, List<ClaimValue> values) {
    return values.stream().anyMatch(value -> value.isIn(claims));
  }

  /** RFC 7515, 4.1.9: a media type in any case; "application/" is left out or not. */
  private static String normal(String mediaType) {
    var lower = mediaType.toLowerCase(Locale.ROOT);
    var isShort = lower.startsWith(APPLICATION) && lower.indexOf('/', APPLICATION.length()) < 0;
    return isShort ? lower.substring(APPLICATION.length()) : lower;
  }
}
