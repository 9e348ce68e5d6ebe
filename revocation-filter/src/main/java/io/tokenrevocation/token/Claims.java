package io.tokenrevocation.token;

import com.github.benmanes.caffeine.cache.Interner;
import com.nimbusds.jwt.JWTClaimsSet;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token whose signature has been verified. */
final class Claims {

  private final JWTClaimsSet claims;
  private final ClaimNames names;
  private final Interner<Set<String>> shared;

  private Claims(JWTClaimsSet claims, ClaimNames names, Interner<Set<String>> shared) {
    this.claims = claims;
    this.names = names;
    this.shared = shared;
  }

  /** Reads a token of an issuer; equal sets of words become the same. */
  static VerifiedToken read(
      TokenUse use, JWTClaimsSet claims, TrustedIssuer issuer, Interner<Set<String>> shared) {
    return new Claims(claims, issuer.profile().claims(), shared).read(use, issuer.uri());
  }

  private VerifiedToken read(TokenUse use, String issuer) {
    var subject = required(claims.getSubject());
    var username = first(names.username());
    return new VerifiedToken(
        use,
        issuer,
        subject,
        client(use),
        all(names.audience(), false),
        username == null ? subject : username,
        all(names.groups(), true),
        all(names.scope(), true),
        new VerifiedToken.Ids(claims.getJWTID(), first(names.family()), first(names.session())),
        instant(claims.getIssueTime()),
        instant(claims.getExpirationTime()));
  }

  /** OpenID Connect Core, 2: an ID token's audience is the client; another claim is optional. */
  private @Nullable String client(TokenUse use) {
    var client = first(names.client());
    var audience = claims.getAudience();
    return client == null && use == TokenUse.ID && audience.size() == 1 ? audience.get(0) : client;
  }

  /** The first of several claims that the token has; a blank one counts as none. */
  private @Nullable String first(List<String> claimNames) {
    for (var name : claimNames) {
      var value = value(name);
      if (value != null && !(value instanceof String)) {
        throw new InvalidTokenException(Reason.MALFORMED);
      }
      if (value instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  /** The texts of several claims, each an array or one text, which may hold several words. */
  private Set<String> all(List<String> claimNames, boolean words) {
    var all = new HashSet<String>();
    for (var name : claimNames) {
      var value = value(name);
      if (value instanceof List<?> array) {
        array.stream().filter(Objects::nonNull).map(Claims::text).forEach(all::add);
      } else if (value != null) {
        var text = text(value);
        all.addAll(words ? List.of(text.strip().split(" +", -1)) : List.of(text));
      }
    }
    all.removeIf(String::isEmpty);
    return shared.intern(Set.copyOf(all));
  }

  private @Nullable Object value(String name) {
    return ClaimPath.find(claims.getClaims(), name);
  }

  private static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new InvalidTokenException(Reason.MALFORMED);
  }

  private static String required(@Nullable String claim) {
    if (claim == null || claim.isBlank()) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
    return claim;
  }

  private static Instant instant(@Nullable Date claim) {
    if (claim == null) {
      throw new InvalidTokenException(Reason.MALFORMED);
    }
    return claim.toInstant();
  }
}
