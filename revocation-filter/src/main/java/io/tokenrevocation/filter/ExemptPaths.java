package io.tokenrevocation.filter;

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
   * @return exact paths inside the application, or {@code /path/*} for a path and all below it
   */
  List<String> patterns();
}
