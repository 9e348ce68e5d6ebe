package io.tokenrevocation.rest;

import io.tokenrevocation.pool.Messages;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.ApplicationPath;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the deployment where something else is at the path of one of our applications: of two at
 * the same path, servers drop one, with a warning at most.
 */
@HandlesTypes(ApplicationPath.class)
public final class AuthorityInitializer implements ServletContainerInitializer {

  private static final System.Logger LOG = System.getLogger(AuthorityInitializer.class.getName());

  /** Made by the servlet container. */
  public AuthorityInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> applications, ServletContext context)
      throws ServletException {
    for (var own : OwnApplication.values()) {
      var rival = rival(own, applications == null ? Set.of() : applications, context);
      if (rival.isPresent()) {
        var reason =
            rival.get()
                + " is at "
                + own.path(context)
                + ", where the authority has endpoints: put one of them elsewhere, these with a"
                + " <servlet-mapping> for "
                + own.className()
                + " in web.xml";
        LOG.log(Level.ERROR, Messages.DEPLOYMENT_REFUSED.text(reason));
        throw new ServletException(reason);
      }
    }
  }

  private static Optional<String> rival(
      OwnApplication own, Set<Class<?>> applications, ServletContext context) {
    var path = own.path(context);
    var servlets =
        context.getServletRegistrations().values().stream()
            .filter(servlet -> OwnApplication.patterns(servlet).contains(path + "/*"))
            .map(ServletRegistration::getName);
    var annotated =
        applications.stream()
            .filter(application -> path.equals(path(application)))
            .map(Class::getName)
            .filter(name -> !isMapped(context.getServletRegistration(name)));
    return Stream.concat(servlets, annotated)
        .filter(name -> !name.equals(own.className()))
        .findFirst();
  }

  /** Then its annotation does not count. */
  private static boolean isMapped(@Nullable ServletRegistration servlet) {
    return servlet != null && !OwnApplication.patterns(servlet).isEmpty();
  }

  private static @Nullable String path(Class<?> application) {
    var annotation = application.getAnnotation(ApplicationPath.class);
    return annotation == null ? null : "/" + annotation.value().replaceAll("^/+|/*\\*?$", "");
  }
}
