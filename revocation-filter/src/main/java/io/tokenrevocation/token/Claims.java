package io.tokenrevocation.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token whose signature has been verified. */
final class Claims {

  private Claims() {}

  static VerifiedToken read(TokenUse use, JWTClaimsSet claims) throws ParseException {
    var subject = required(claims.getSubject());
    var clientId = claims.getStringClaim("client_id");
    var username = claims.getStringClaim("username");
    return new VerifiedToken(
        use,
        required(claims.getIssuer()),
        subject,
        clientId,
        audience(claims, clientId),
        username == null || username.isBlank() ? subject : username,
        Set.copyOf(orEmpty(claims.getStringListClaim("cognito:groups"))),
        scopes(claims.getStringClaim("scope")),
        ids(claims),
        instant(claims.getIssueTime()),
        instant(claims.getExpirationTime()));
  }

  private static VerifiedToken.Ids ids(JWTClaimsSet claims) throws ParseException {
    var originTokenId = claims.getStringClaim("origin_jti");
    var family =
        originTokenId == null || originTokenId.isBlank()
            ? claims.getStringClaim("event_id")
            : originTokenId;
    return new VerifiedToken.Ids(claims.getJWTID(), family, claims.getStringClaim("sid"));
  }

  private static Set<String> audience(JWTClaimsSet claims, @Nullable String clientId) {
    var audience = new HashSet<>(orEmpty(claims.getAudience()));
    if (clientId != null) {
      audience.add(clientId);
    }
    return audience;
  }

  private static Set<String> scopes(@Nullable String scope) {
    return scope == null || scope.isBlank()
        ? Set.of()
        : Set.copyOf(List.of(scope.strip().split(" +")));
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

  /** Nimbus answers null for a list claim that is absent, and keeps nulls inside one. */
  private static List<String> orEmpty(@Nullable List<@Nullable String> claim) {
    return claim == null ? List.of() : claim.stream().filter(Objects::nonNull).toList();
  }
}
