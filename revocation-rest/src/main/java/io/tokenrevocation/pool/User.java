package io.tokenrevocation.pool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user, as a directory knows them.
 *
 * @param username the name they sign in with; not blank
 * @param subject the {@code sub} of their tokens: stable, and never given to anybody else
 * @param enabled whether they may sign in and their tokens be used
 * @param groups for {@code cognito:groups}; may be empty
 * @param attributes further claims of the ID token, such as {@code email}, in this order; may be
 *     empty
 */
public record User(
    String username,
    String subject,
    boolean enabled,
    List<String> groups,
    Map<String, String> attributes) {

  /** Takes unmodifiable copies. */
  public User {
    groups = List.copyOf(groups);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
