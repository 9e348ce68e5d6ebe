package io.tokenrevocation.pool;

import java.util.List;
import java.util.Optional;

/**
 * A part of the app clients of a pool.
 *
 * @param clients in no order that means anything
 * @param next the token of the next page; empty for the last
 */
public record ClientPage(List<AppClient> clients, Optional<String> next) {

  /** Takes an unmodifiable copy. */
  public ClientPage {
    clients = List.copyOf(clients);
  }
}
