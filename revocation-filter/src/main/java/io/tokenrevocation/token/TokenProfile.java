package io.tokenrevocation.token;

import java.util.List;
import java.util.Set;

/**
 * How the tokens of an issuer are read. Immutable.
 *
 * @param algorithms what they may be signed with: names of RFC 7518, 3.1, such as RS256
 * @param types tells access tokens, ID tokens and all others apart
 * @param claims which claim says what
 */
public record TokenProfile(Set<String> algorithms, TokenTypes types, ClaimNames claims) {

  private static final Set<String> RS256 = Set.of("RS256");

  /** Takes an unmodifiable copy. */
  public TokenProfile {
    algorithms = Set.copyOf(algorithms);
  }

  /**
   * Returns the profile of Amazon Cognito, and of this project's own user pools.
   *
   * @return signed with RS256
   * @see <a
   *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html">Understanding
   *     user pool JSON web tokens</a>
   */
  public static TokenProfile cognito() {
    return new TokenProfile(
        RS256,
        new TokenTypes(
            Set.of(TokenTypes.ANY),
            List.of(new ClaimValue("token_use", "access")),
            List.of(new ClaimValue("token_use", "id"))),
        new ClaimNames(
            List.of("aud", "client_id"),
            List.of("client_id"),
            List.of("origin_jti", "event_id"),
            List.of("sid"),
            List.of("username", "cognito:username"),
            List.of("cognito:groups"),
            List.of("scope")));
  }

  /**
   * Returns the profile of Keycloak.
   *
   * @return signed with RS256
   */
  static TokenProfile keycloak() {
    return new TokenProfile(
        RS256,
        new TokenTypes(
            Set.of("jwt", "at+jwt"),
            List.of(new ClaimValue("typ", "Bearer")),
            List.of(new ClaimValue("typ", "ID"))),
        new ClaimNames(
            List.of("aud", "azp"),
            List.of("azp"),
            List.of(),
            List.of("sid", "session_state"),
            List.of("preferred_username"),
            List.of("groups", "realm_access.roles"),
            List.of("scope")));
  }

  /**
   * Returns the profile of access tokens as OAuth defines them.
   *
   * @return signed with RS256; its ID tokens are never accepted
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068: JWT Profile for OAuth 2.0
   *     Access Tokens</a>
   */
  static TokenProfile oauth() {
    return new TokenProfile(
        RS256,
        new TokenTypes(Set.of("at+jwt"), List.of(), List.of()),
        new ClaimNames(
            List.of("aud"),
            List.of("client_id"),
            List.of(),
            List.of("sid"),
            List.of(),
            List.of("groups", "roles"),
            List.of("scope")));
  }
}
