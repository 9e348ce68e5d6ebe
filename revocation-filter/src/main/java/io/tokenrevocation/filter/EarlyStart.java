package io.tokenrevocation.filter;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;

/**
 * Starts enforcing with the application, also on servers that start a filter with the first
 * request.
 *
 * <p>Registered by {@link RevocationInitializer}. Where it is dropped, the filter starts by itself.
 */
public final class EarlyStart implements ServletContextListener {

  @Inject private @Nullable FilterLifecycle lifecycle;

  /** Made by the servlet container, which injects what it needs. */
  public EarlyStart() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (lifecycle == null) { // TomEE, where web.xml is metadata-complete
      throw new IllegalStateException("the filter needs CDI, and this application has none");
    }
    lifecycle.start(event.getServletContext());
  }
}
