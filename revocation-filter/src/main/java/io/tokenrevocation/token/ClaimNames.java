package io.tokenrevocation.token;

import java.util.List;

/**
 * Which claims of an issuer's tokens say what. A name is that of a claim, or else a path of names
 * with dots between them, such as {@code realm_access.roles}; each list may be empty.
 *
 * @param audience whom a token is meant for: all of them together
 * @param client the client it was issued to: the first that a token has
 * @param family the sign-in it descends from: the first that a token has
 * @param session the issuer's login session: the first that a token has
 * @param username the user's name: the first that a token has
 * @param groups the user's groups: all of them together
 * @param scope what it may be used for: all of them together
 */
public record ClaimNames(
    List<String> audience,
    List<String> client,
    List<String> family,
    List<String> session,
    List<String> username,
    List<String> groups,
    List<String> scope) {

  /** Takes unmodifiable copies. */
  public ClaimNames {
    audience = List.copyOf(audience);
    client = List.copyOf(client);
    family = List.copyOf(family);
    session = List.copyOf(session);
    username = List.copyOf(username);
    groups = List.copyOf(groups);
    scope = List.copyOf(scope);
  }
}
