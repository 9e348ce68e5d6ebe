package io.tokenrevocation.filter;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;

/**
 * An application that must not be served, whatever the server makes of it: Open Liberty goes on
 * when an initializer has failed, and serves what there is.
 */
public final class RefusedDeployment {

  private static final String ATTRIBUTE = RefusedDeployment.class.getName();

  private RefusedDeployment() {}

  /**
   * Has every request to an application refused, with status 500, should it be served after all.
   *
   * @param context of the application, which is starting
   * @param reason for its administrator
   * @return to be thrown by the initializer
   */
  public static ServletException of(ServletContext context, @Nullable String reason) {
    context.setAttribute(ATTRIBUTE, true);
    return new ServletException(reason);
  }

  static boolean isIn(ServletContext context) {
    return context.getAttribute(ATTRIBUTE) != null;
  }
}
