package io.tokenrevocation.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * An application that must not be served, whatever the server makes of it: Open Liberty goes on
 * when an initializer has failed, and serves what there is.
 */
public final class RefusedDeployment {

  private RefusedDeployment() {}

  /**
   * Has every request to an application refused, with status 500, should it be served after all.
   *
   * @param context of the application, whose initializers are running
   * @param reason for its administrator
   * @return to be thrown by the initializer
   */
  public static ServletException of(ServletContext context, @Nullable String reason) {
    var filter = context.addFilter(ClosedFilter.class.getName(), new ClosedFilter());
    if (filter != null) { // or else another initializer has refused it, too
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(
          EnumSet.allOf(DispatcherType.class), false, PathPattern.EVERYTHING.toString());
    }
    return new ServletException(reason);
  }
}
