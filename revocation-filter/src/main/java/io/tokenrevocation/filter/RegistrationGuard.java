package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every request of an application in which no filter is in front of what must be protected,
 * or whose deployment was refused.
 *
 * <p>CDI announces each request before any filter runs, and still does so where {@code web.xml}
 * drops the filters and listeners of a jar.
 */
@ApplicationScoped
class RegistrationGuard {

  private static final System.Logger LOG = System.getLogger(RegistrationGuard.class.getName());

  private volatile @Nullable Boolean inPlace;

  /** The event is a request, but on some servers a string for work outside of requests. */
  void onRequest(@Observes @Initialized(RequestScoped.class) Object event) {
    if (event instanceof ServletRequest request && !inPlace(request.getServletContext())) {
      throw new NotServedException();
    }
  }

  private boolean inPlace(ServletContext context) {
    var known = inPlace;
    if (known == null) {
      known = look(context);
      inPlace = known;
    }
    return known;
  }

  private static boolean look(ServletContext context) {
    if (RefusedDeployment.isIn(context)) {
      return false; // and the log has it
    }
    var problem = problem(RegisteredFilters.in(context), context);
    problem.ifPresent(text -> LOG.log(Level.ERROR, text));
    return problem.isEmpty();
  }

  private static Optional<String> problem(RegisteredFilters filters, ServletContext context) {
    return filters.mapped().isEmpty()
        ? Optional.of(Messages.FILTER_MISSING.text("it is not mapped to anything"))
        : filters.gap(required(context)).map(Messages.FILTER_MISSING::text);
  }

  /** Where the settings cannot be read, anything might have to be protected. */
  private static List<PathPattern> required(ServletContext context) {
    try {
      return PolicySettings.mustBeCovered(SettingsReader.read(context));
    } catch (InvalidSettingException unreadable) {
      return List.of(PathPattern.EVERYTHING);
    }
  }
}
