package io.tokenrevocation.pool;

import java.util.List;
import java.util.Optional;

/**
 * A part of the live sessions of a user.
 *
 * @param sessions newest sign-in first
 * @param next the token of the next page; empty for the last
 */
public record SessionPage(List<Family> sessions, Optional<String> next) {

  /** Takes an unmodifiable copy. */
  public SessionPage {
    sessions = List.copyOf(sessions);
  }
}
