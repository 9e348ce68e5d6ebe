package io.tokenrevocation.rest;

import io.tokenrevocation.filter.RefusedDeployment;
import io.tokenrevocation.pool.Messages;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.ApplicationPath;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the deployment where something else is at the path of one of our applications, or ours
 * are where they must not be: of two at the same path, servers drop one, with a warning at most,
 * and what is at our endpoints the filter leaves alone.
 */
@HandlesTypes(ApplicationPath.class)
public final class AuthorityInitializer implements ServletContainerInitializer {

  private static final System.Logger LOG = System.getLogger(AuthorityInitializer.class.getName());

  /** Made by the servlet container. */
  public AuthorityInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> applications, ServletContext context)
      throws ServletException {
    var annotated = applications == null ? Set.<Class<?>>of() : applications;
    var reason =
        Arrays.stream(OwnApplication.values())
            .flatMap(
                own ->
                    Stream.of(misplaced(own, context), rival(own, annotated, context))
                        .flatMap(Optional::stream))
            .findFirst()
            .or(() -> intruder(context));
    if (reason.isPresent()) {
      LOG.log(Level.ERROR, Messages.DEPLOYMENT_REFUSED.text(reason.get()));
      throw RefusedDeployment.of(context, reason.get());
    }
  }

  private static Optional<String> misplaced(OwnApplication own, ServletContext context) {
    if (own.path(context).isEmpty()) {
      return Optional.of(own.className() + " is mapped to /*: it needs a path of its own");
    }
    return own == OwnApplication.COGNITO && !own.isAtHome(context)
        ? Optional.of(own.className() + " cannot be moved: issuers end in its path")
        : Optional.empty();
  }

  /** A servlet that would be called where the filter asks for no token. */
  private static Optional<String> intruder(ServletContext context) {
    var exempt = AuthorityPaths.in(context);
    return context.getServletRegistrations().values().stream()
        .filter(servlet -> !OwnApplication.isOwn(servlet.getName()))
        .filter(
            servlet ->
                OwnApplication.patterns(servlet).stream()
                    .anyMatch(pattern -> exempt.stream().anyMatch(path -> covers(path, pattern))))
        .findFirst()
        .map(
            servlet -> servlet.getName() + " is at an endpoint of the authority: put it elsewhere");
  }

  private static boolean covers(String exempt, String pattern) {
    var path = withoutStar(exempt);
    return withoutStar(pattern).equals(path)
        || (!path.equals(exempt) && pattern.startsWith(path + "/"));
  }

  private static String withoutStar(String pattern) {
    return pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
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
        .findFirst()
        .map(
            name ->
                name
                    + " is at "
                    + path
                    + ", where the authority has endpoints: put one of them elsewhere, these with a"
                    + " <servlet-mapping> for "
                    + own.className()
                    + " in web.xml");
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
