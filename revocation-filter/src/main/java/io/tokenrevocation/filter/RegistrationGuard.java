package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.SettingsReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Refuses every request of an application in which no filter is in front of what must be protected.
 *
 * <p>CDI announces each request before any filter runs, and still does so where {@code web.xml}
 * drops the filters and listeners of a jar. So this also starts, with the first request, what
 * {@link EarlyStart} could not: an authority needs it before a filter that is mapped elsewhere.
 */
@ApplicationScoped
class RegistrationGuard {

  private static final System.Logger LOG = System.getLogger(RegistrationGuard.class.getName());

  /** Of the context, which beans of an EAR may share: whether the filter is in place. */
  private static final String IN_PLACE = RegistrationGuard.class.getName();

  private Consumer<ServletContext> start;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  RegistrationGuard() {}

  @Inject
  RegistrationGuard(FilterLifecycle lifecycle) {
    this(lifecycle::start);
  }

  RegistrationGuard(Consumer<ServletContext> start) {
    this.start = start;
  }

  /** The event is a request, but on some servers a string for work outside of requests. */
  void onRequest(@Observes @Initialized(RequestScoped.class) Object event) {
    if (event instanceof ServletRequest request && !inPlace(request.getServletContext())) {
      throw new FilterMissingException();
    }
  }

  private boolean inPlace(ServletContext context) {
    if (context.getAttribute(IN_PLACE) instanceof Boolean known) {
      return known;
    }
    var found = look(context);
    if (found) {
      start.accept(context);
    }
    context.setAttribute(IN_PLACE, found);
    return found;
  }

  private boolean look(ServletContext context) {
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
