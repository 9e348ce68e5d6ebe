package io.tokenrevocation.filter;

import jakarta.servlet.ServletContext;
import java.util.List;

/**
 * Paths that authenticate their callers themselves, so that the filter lets them through untouched.
 *
 * <p>A CDI bean of this type adds to them; the authority's own endpoints are such paths.
 */
public interface ExemptPaths {

  /**
   * Returns the paths.
   *
   * @param context of the application, whose servlets are in place
   * @return exact paths inside the application, or {@code /path/*} for a path and all below it
   */
  List<String> patterns(ServletContext context);
}
