package io.tokenrevocation.filter;

import io.tokenrevocation.Messages;
import io.tokenrevocation.settings.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether this node can decide about tokens: 200 if it can, 503 if not, and figures as JSON.
 * For load balancers and monitors, so without a token; it says nothing that is anybody's secret.
 *
 * <p>Registered by {@link RevocationInitializer}.
 */
public final class StatusServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(StatusServlet.class.getName());
  private static final String NAME = StatusServlet.class.getName();

  @Inject private transient @Nullable FilterLifecycle lifecycle;

  /** Made by the servlet container, which injects what it needs. */
  public StatusServlet() {}

  /** Puts it where the settings say, unless the application has something else there. */
  static void register(ServletContext context, Settings settings) {
    var path = settings.get(FilterSettings.STATUS_PATH);
    if (path.isNowhere()) {
      return;
    }
    var servlet = context.addServlet(NAME, StatusServlet.class);
    if (servlet == null || !servlet.addMapping(path.toString()).isEmpty()) {
      LOG.log(Level.WARNING, Messages.STATUS_PATH_TAKEN.text(path));
    }
  }

  /** Where it is, if anywhere. */
  static List<String> paths(ServletContext context) {
    var registered = context.getServletRegistration(NAME);
    return registered == null
        ? List.of()
        : List.copyOf(Objects.requireNonNullElse(registered.getMappings(), List.of()));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    if (lifecycle == null) { // no CDI?
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    var figures = lifecycle.allFigures();
    response.setStatus(
        figures.node().isReady()
            ? HttpServletResponse.SC_OK
            : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.getWriter().print(StatusDocument.of(figures));
  }
}
