package io.tokenrevocation.filter;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Starts enforcing with the application, also on servers that start a filter with the first
 * request.
 *
 * <p>Registered by {@link RevocationInitializer}. Where it is dropped, the filter starts by itself.
 */
public final class EarlyStart implements ServletContextListener {

  @Inject private FilterLifecycle lifecycle;

  /** Made by the servlet container, which injects what it needs. */
  @SuppressWarnings("NullAway.Init")
  public EarlyStart() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    lifecycle.start(event.getServletContext());
  }
}
