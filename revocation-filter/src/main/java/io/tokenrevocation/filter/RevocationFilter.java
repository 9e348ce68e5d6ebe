package io.tokenrevocation.filter;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the bearer token of every request and refuses it once it is revoked.
 *
 * <p>Registered for {@code /*} by {@link RevocationInitializer}, unless {@code web.xml} declares
 * it, perhaps several times with other init parameters and mappings. Behind it the request's
 * principal is a {@link TokenPrincipal} and its roles are the token's groups. A request with
 * another scheme counts as one without a token; the authority's own paths pass untouched. Does no
 * I/O.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750: Bearer Token Usage</a>
 */
public final class RevocationFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(RevocationFilter.class.getName());

  @Inject private transient @Nullable FilterLifecycle lifecycle;

  private transient @Nullable Enforcement enforcement;
  private transient Decisions decisions = new Decisions();
  private transient String passed;

  /** Made by the servlet container, which injects what it needs. */
  @SuppressWarnings("NullAway.Init") // the container injects, then calls init
  public RevocationFilter() {}

  /** Never fails: it lets nothing pass instead. */
  @Override
  public void init(FilterConfig config) throws ServletException {
    super.init(config);
    passed = RevocationFilter.class.getName() + "/" + config.getFilterName();
    if (lifecycle != null) { // no CDI?
      decisions = lifecycle.decisions();
      enforcement = lifecycle.start(config).orElse(null);
    }
  }

  /** Once in a request, however often it is mapped or the request is forwarded. */
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(passed) == this) {
      chain.doFilter(request, response);
      return;
    }
    var verdict =
        enforcement == null
            ? decisions.counted(new Verdict.Refused(Challenge.CLOSED))
            : decisions.decide(enforcement, request);
    if (verdict instanceof Verdict.Refused refused) {
      LOG.log(Level.DEBUG, () -> "refused: " + refused.challenge());
      if (lifecycle != null) {
        lifecycle.announce(refused);
      }
      refused.challenge().send(response);
    } else if (verdict instanceof Verdict.Authenticated authenticated) {
      CurrentToken.set(request, authenticated.token());
      pass(AuthenticatedRequest.of(request, authenticated.token()), response, chain);
    } else {
      chain.doFilter(request, response); // forwarded to another path, it may still need a token
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute(passed, this);
    try {
      chain.doFilter(request, response);
    } finally {
      request.removeAttribute(passed);
    }
  }
}
