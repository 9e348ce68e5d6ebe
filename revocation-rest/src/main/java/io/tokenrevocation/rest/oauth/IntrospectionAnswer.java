package io.tokenrevocation.rest.oauth;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.pool.LiveToken;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeSet;

/**
 * What the introspection endpoint says of a token.
 *
 * <p>{@code token_use} tells access, ID and refresh tokens apart, and only an access token has a
 * {@code token_type}: no other is for calling anybody with. {@code origin_jti} is the family, also
 * of a token that does not say so itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2.2">RFC 7662, 2.2: Introspection
 *     Response</a>
 */
final class IntrospectionAnswer {

  private IntrospectionAnswer() {}

  /** Says nothing of why. */
  static JsonObject inactive() {
    return Json.createObjectBuilder().add("active", false).build();
  }

  static JsonObject active(LiveToken live) {
    var answer = Json.createObjectBuilder().add("active", true);
    if (live instanceof LiveToken.Signed signed) {
      add(answer, signed.token());
    } else {
      answer.add("token_use", "refresh");
      answer.add("exp", live.session().family().refreshExpiresAt().getEpochSecond());
    }
    var family = live.session().family();
    return answer
        .add("iss", live.issuer())
        .add("sub", family.owner().subject())
        .add("username", live.session().user().username())
        .add("client_id", family.clientId())
        .add("origin_jti", family.id().toString())
        .build();
  }

  private static void add(JsonObjectBuilder answer, VerifiedToken token) {
    if (token.use() == TokenUse.ACCESS) {
      answer.add("token_use", "access").add("token_type", "Bearer");
      answer.add("scope", String.join(" ", new TreeSet<>(token.scopes())));
    } else {
      answer.add("token_use", "id").add("aud", String.valueOf(token.clientId()));
    }
    answer.add("exp", token.expiresAt().getEpochSecond());
    answer.add("iat", token.issuedAt().getEpochSecond());
    var tokenId = token.tokenId();
    if (tokenId != null) {
      answer.add("jti", tokenId);
    }
  }
}
