package com.example.orders;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

public class OpeningHours implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute("open", "from nine to five");
  }
}
