package io.tokenrevocation.filter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which filters have been put into service, as they say themselves. Thread-safe. */
@ApplicationScoped
class FilterPresence {

  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** Called when a filter's {@code init} is about to return, and not when it fails. */
  void inService(String filterName) {
    names.add(filterName);
  }

  boolean isInService(String filterName) {
    return names.contains(filterName);
  }
}
