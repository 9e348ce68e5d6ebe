package io.tokenrevocation.rest;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One of our JAX-RS applications, and where it is: at its own path, unless {@code web.xml} has a
 * {@code <servlet-mapping>} for the name of its class.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1#servlet">Jakarta
 *     RESTful Web Services, 2.3.2: Servlet</a>
 */
public enum OwnApplication {
  /** Cognito's operations, keys and discovery. */
  COGNITO("io.tokenrevocation.rest.cognito.CognitoApplication", "/cognito-idp"),
  /** The OAuth endpoints. */
  OAUTH("io.tokenrevocation.rest.oauth.OAuthApplication", "/oauth2"),
  /** The authority's own JSON API. */
  REVOCATION("io.tokenrevocation.rest.RevocationApplication", "/revocation");

  /** The name of the console's servlet, which is there only if the settings want it. */
  static final String CONSOLE = "io.tokenrevocation.rest.console.ConsoleServlet";

  private static final String BELOW = "/*";

  private final String className;
  private final String path;

  OwnApplication(String className, String path) {
    this.className = className;
    this.path = path;
  }

  String className() {
    return className;
  }

  static boolean isOwn(String servletName) {
    return CONSOLE.equals(servletName)
        || Arrays.stream(values()).anyMatch(own -> own.className.equals(servletName));
  }

  /**
   * Returns where it is.
   *
   * @param context of the web application
   * @return a path inside the web application, such as {@code /oauth2}
   */
  public String path(ServletContext context) {
    var servlet = context.getServletRegistration(className);
    return servlet == null ? path : mapped(servlet);
  }

  /** Tells whether it is at its own path. */
  boolean isAtHome(ServletContext context) {
    return path(context).equals(path);
  }

  private String mapped(ServletRegistration servlet) {
    return patterns(servlet).stream()
        .filter(pattern -> pattern.endsWith(BELOW))
        .map(pattern -> pattern.substring(0, pattern.length() - BELOW.length()))
        .findFirst()
        .orElse(path);
  }

  /** Open Liberty says null where the API says there is none. */
  static Collection<String> patterns(ServletRegistration servlet) {
    return Objects.requireNonNullElse(servlet.getMappings(), List.of());
  }

  /**
   * Refuses a request that has reached one of its resources by way of another application: one
   * without classes of its own takes in those of every jar, and would offer them at its own path.
   *
   * @param request that has come to a resource
   * @throws NotFoundException if it came by another
   */
  public void require(HttpServletRequest request) {
    if (!isReachedBy(request)) {
      throw new NotFoundException();
    }
  }

  boolean isReachedBy(HttpServletRequest request) {
    var reached = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return (reached + "/").startsWith(path(request.getServletContext()) + "/");
  }
}
