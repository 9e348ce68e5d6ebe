package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every request of an application in which the filter is not in front of everything.
 *
 * <p>CDI announces each request before any filter runs, and still does so where {@code web.xml}
 * drops the filters and listeners of a jar.
 */
@ApplicationScoped
class RegistrationGuard {

  private static final System.Logger LOG = System.getLogger(RegistrationGuard.class.getName());

  private FilterPresence filter;
  private volatile @Nullable Boolean inPlace;

  @SuppressWarnings("NullAway.Init") // for the CDI proxy
  RegistrationGuard() {}

  @Inject
  RegistrationGuard(FilterPresence filter) {
    this.filter = filter;
  }

  /** The event is a request, but on some servers a string for work outside of requests. */
  void onRequest(@Observes @Initialized(RequestScoped.class) Object event) {
    if (event instanceof ServletRequest request && !inPlace(request.getServletContext())) {
      throw new FilterMissingException();
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

  /** A filter that is registered may still have been dropped, if its start failed. */
  private boolean look(ServletContext context) {
    if (!RegisteredFilter.find(context).map(RegisteredFilter::coversEverything).orElse(false)) {
      LOG.log(Level.ERROR, Messages.FILTER_MISSING.text(RegisteredFilter.NAME));
      return false;
    }
    if (!filter.isInService()) {
      LOG.log(Level.ERROR, Messages.NOT_STARTED.text("its init did not return"));
      return false;
    }
    return true;
  }
}
