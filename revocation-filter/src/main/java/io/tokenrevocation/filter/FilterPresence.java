package io.tokenrevocation.filter;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the filter has been put into service, as the filter itself says. Thread-safe. */
@ApplicationScoped
class FilterPresence {

  private volatile boolean inService;

  /** Called when the filter's {@code init} is about to return, and not when it fails. */
  void inService() {
    inService = true;
  }

  boolean isInService() {
    return inService;
  }
}
