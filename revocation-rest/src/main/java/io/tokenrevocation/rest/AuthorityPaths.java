package io.tokenrevocation.rest;

import io.tokenrevocation.filter.ExemptPaths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The authority's endpoints, which authenticate their callers themselves. */
@ApplicationScoped
class AuthorityPaths implements ExemptPaths {

  @Override
  public List<String> patterns(ServletContext context) {
    return in(context);
  }

  static List<String> in(ServletContext context) {
    var console = context.getServletRegistration(OwnApplication.CONSOLE);
    return console == null
        ? endpoints(context)
        : Stream.concat(endpoints(context).stream(), OwnApplication.patterns(console).stream())
            .toList();
  }

  private static List<String> endpoints(ServletContext context) {
    var oauth = OwnApplication.OAUTH.path(context);
    var revocation = OwnApplication.REVOCATION.path(context);
    var others =
        Stream.of(
            OwnApplication.COGNITO.path(context) + "/*",
            oauth + "/revoke",
            oauth + "/token",
            oauth + "/introspect",
            oauth + "/userInfo");
    return Stream.concat(others, ofResources().map(name -> revocation + "/" + name + "/*"))
        .toList();
  }

  /** By the first part of their paths, so that none is left out. */
  private static Stream<String> ofResources() {
    return new RevocationApplication()
        .getClasses().stream()
            .map(type -> type.getAnnotation(Path.class))
            .filter(Objects::nonNull)
            .map(path -> path.value().split("/", 2)[0])
            .distinct()
            .sorted();
  }
}
