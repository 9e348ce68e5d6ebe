package io.tokenrevocation.filter;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the user of a token the container's caller, too, so that its own security sees them.
 *
 * <p>A bean only if {@link ContainerSecurity} makes it one. Decides by the settings of the
 * application; the filter behind it decides again. Remembers nobody from one request to the next.
 */
class TokenAuthenticationMechanism implements HttpAuthenticationMechanism {

  private static final Verdict CLOSED = new Verdict.Refused(Challenge.CLOSED);

  private volatile @Nullable Function<HttpServletRequest, Verdict> decision;

  /** For the CDI container. */
  TokenAuthenticationMechanism() {}

  /** Refuses nothing but what the container would refuse; the rest is left to the filter. */
  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext container) {
    var verdict = decide(request);
    var status = answer(verdict, response, container);
    if (status == AuthenticationStatus.SEND_FAILURE) {
      FilterLifecycle.in(request.getServletContext())
          .ifPresent(lifecycle -> lifecycle.refusedBeforeTheFilter(refusal(verdict)));
    }
    return status;
  }

  static AuthenticationStatus answer(
      Verdict verdict, HttpServletResponse response, HttpMessageContext container) {
    if (verdict instanceof Verdict.Authenticated authenticated) {
      var token = authenticated.token();
      return container.notifyContainerAboutLogin(new TokenPrincipal(token), token.groups());
    }
    if (!container.isProtected() && !container.isAuthenticationRequest()) {
      return container.doNothing();
    }
    refusal(verdict).challenge().send(response);
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** Whoever may go on as nobody still needs a token for what the container protects. */
  private static Verdict.Refused refusal(Verdict verdict) {
    return verdict instanceof Verdict.Refused refused
        ? refused
        : new Verdict.Refused(Challenge.TOKEN_REQUIRED);
  }

  private Verdict decide(HttpServletRequest request) {
    var known = decision;
    if (known == null) {
      var context = request.getServletContext();
      var lifecycle = FilterLifecycle.in(context);
      if (lifecycle.isEmpty()) {
        return CLOSED; // not yet
      }
      known = start(lifecycle.get(), context);
      decision = known;
    }
    return known.apply(request);
  }

  private static Function<HttpServletRequest, Verdict> start(
      FilterLifecycle lifecycle, ServletContext context) {
    return lifecycle
        .startMechanism(context)
        .<Function<HttpServletRequest, Verdict>>map(enforcement -> enforcement::decide)
        .orElse(any -> CLOSED);
  }
}
