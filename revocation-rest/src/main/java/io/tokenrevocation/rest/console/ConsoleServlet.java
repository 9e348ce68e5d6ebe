package io.tokenrevocation.rest.console;

import io.tokenrevocation.StoreUnavailableException;
import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.rest.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the console's page, and {@code session} beside it, where administrators sign in.
 *
 * <p>A servlet, not a resource: the page must be there on servers whatever they make of resources
 * that are files. Registered by {@link ConsoleInitializer}.
 */
public final class ConsoleServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(ConsoleServlet.class.getName());
  private static final String SESSION = "/session";

  /** Nothing but its own files, nobody's frame, and no word to others of where somebody was. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  private final transient Assets assets = new Assets();

  @Inject private transient @Nullable SessionDesk desk;

  /** Made by the servlet container, which injects what it needs. */
  public ConsoleServlet() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    HEADERS.forEach(response::setHeader);
    try {
      super.service(request, response);
    } catch (Problem problem) {
      problem.send(response);
    } catch (StoreUnavailableException e) {
      LOG.log(Level.DEBUG, "a request was answered with an error", e);
      Problem.unavailable().send(response);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, Messages.UNEXPECTED.text(), e);
      Problem.serverError().send(response);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo();
    if (path == null) {
      response.setStatus(308); // what is relative to the page must be below it
      response.setHeader("Location", "console/");
    } else if (path.equals(SESSION)) {
      desk().tell(request, response);
    } else {
      assets
          .find(path.equals("/") ? "index.html" : path.substring(1))
          .orElseThrow(() -> Problem.ofStatus(404))
          .send(request, response);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    requireSession(request);
    desk().signIn(request, response);
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    requireSession(request);
    desk().signOut(request, response);
  }

  private static void requireSession(HttpServletRequest request) {
    if (!SESSION.equals(request.getPathInfo())) {
      throw Problem.ofStatus(405);
    }
  }

  private SessionDesk desk() {
    if (desk == null) {
      throw new IllegalStateException("the server injects nothing"); // no CDI?
    }
    return desk;
  }
}
