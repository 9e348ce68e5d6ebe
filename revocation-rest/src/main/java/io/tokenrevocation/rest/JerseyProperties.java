package io.tokenrevocation.rest;

import java.util.Map;

/** Properties that only Jersey knows, and every other implementation passes over. */
public final class JerseyProperties {

  private static final Map<String, Object> QUIET =
      Map.of(
          // names classes and methods to anybody who asks
          "jersey.config.server.wadl.disableWadl",
          true,
          // or else a token that a client puts into the address is logged with it
          "jersey.config.servlet.form.queryParams.disabled",
          true);

  private JerseyProperties() {}

  /**
   * Returns the properties of an application that says no more than it must.
   *
   * @return unmodifiable
   */
  public static Map<String, Object> quiet() {
    return QUIET;
  }
}
