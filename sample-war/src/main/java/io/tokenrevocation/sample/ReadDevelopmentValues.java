package io.tokenrevocation.sample;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Reads {@code web.xml} before any filter starts. */
public class ReadDevelopmentValues implements ServletContextListener {

  @Inject private DevelopmentValues values;

  /** Made by the servlet container, which injects what it needs. */
  @SuppressWarnings("NullAway.Init")
  public ReadDevelopmentValues() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    values.read(event.getServletContext());
  }
}
