package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.AuditAction;
import io.tokenrevocation.pool.AuditTrail;
import io.tokenrevocation.pool.Authority;
import io.tokenrevocation.pool.ConsoleSignIns;
import io.tokenrevocation.pool.Messages;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.User;
import io.tokenrevocation.rest.Administrators;
import io.tokenrevocation.rest.BoundedBody;
import io.tokenrevocation.rest.OwnApplication;
import io.tokenrevocation.rest.Problem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;

/** Signs administrators in to the console, tells the page who they are, and signs them out. */
@Dependent
class SessionDesk {

  private static final System.Logger LOG = System.getLogger(SessionDesk.class.getName());
  private static final int MAX_BODY = 4 * 1024;
  private static final AuditAction ACTION = AuditAction.CONSOLE_SIGN_IN;
  private static final String WRONG = "The name or the password is wrong.";
  private static final String NO_ADMINISTRATOR =
      "The user is disabled, or not in the group " + Administrators.ROLE + ".";

  private final Authority authority;
  private final ConsoleCallers callers;
  private final Passwords passwords;
  private final FailedSignIns failed;
  private final SignInCookie cookie;
  private final ConsoleSignIns signIns;
  private final AuditTrail trail;
  private final InstantSource clock = Clock.systemUTC();

  @Inject
  SessionDesk(
      Authority authority,
      ConsoleCallers callers,
      Passwords passwords,
      FailedSignIns failed,
      SignInCookie cookie,
      ConsoleSignIns signIns,
      AuditTrail trail) {
    this.authority = authority;
    this.callers = callers;
    this.passwords = passwords;
    this.failed = failed;
    this.cookie = cookie;
    this.signIns = signIns;
    this.trail = trail;
  }

  /** Answers who is in, and takes note that they are there. */
  void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
    authority.requireStarted();
    callers.requireSameOrigin(request);
    var caller = callers.wanted(request).orElseThrow(SessionDesk::nobody);
    if (caller instanceof Caller.ByForm form) {
      cookie.write(form.signIn().seen(clock.instant()), request, response);
    }
    answer(caller, request, response);
  }

  /** Lets in who knows the password of an administrator. */
  void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    authority.requireStarted();
    callers.requireSameOrigin(request);
    var credentials = Credentials.parse(request.getContentType(), body(request));
    var address = request.getRemoteAddr();
    if (!failed.admits(credentials.username(), address)) {
      response.setHeader("Retry-After", String.valueOf(FailedSignIns.WINDOW.toSeconds()));
      throw Problem.of(429, "too-many-attempts", "Too many attempts", "Try again in five minutes.");
    }
    var known =
        passwords
            .check(credentials.username(), credentials.password())
            .filter(who -> ConsoleCallers.isFit(who.name()))
            .orElseThrow(() -> refused("", Problem.unauthenticated(WRONG), WRONG));
    failed.forget(credentials.username(), address);
    var author = "caller " + known.name();
    var user = passwords.find(known.name());
    if (!known.isAdministrator() || !user.map(Passwords::isAdministrator).orElse(true)) {
      throw refused(author, Problem.forbidden(NO_ADMINISTRATOR), NO_ADMINISTRATOR);
    }
    var begun = signIns.begin(user.map(User::subject).orElse(""), Note.by(author));
    var signIn = SignIn.of(begun, known.name(), clock.instant());
    LOG.log(Level.INFO, Messages.CONSOLE_SIGNED_IN.text(known.name(), address));
    cookie.write(signIn, request, response);
    answer(new Caller.ByForm(signIn), request, response);
  }

  /** Ends a sign-in; the browser forgets it even if that is not known to be durable. */
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    authority.requireStarted();
    var caller = callers.wanted(request).orElseThrow(SessionDesk::nobody);
    if (caller instanceof Caller.ByForm form) {
      cookie.remove(request, response);
      signIns.end(
          form.signIn().begun(), new Note("caller " + caller.name(), "Console: signed out"));
    }
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static String body(HttpServletRequest request) throws IOException {
    return BoundedBody.read(request.getInputStream(), MAX_BODY)
        .orElseThrow(() -> Problem.invalidBody("It is too long."));
  }

  private static void answer(
      Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var json =
        Json.createObjectBuilder()
            .add("name", caller.name())
            .add("csrfToken", caller.csrfToken())
            .add("canSignOut", caller instanceof Caller.ByForm)
            .add("root", root(request))
            .build();
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.getOutputStream().write(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** From the page to the application, whatever a proxy in between makes of the path. */
  private static String root(HttpServletRequest request) {
    var api = OwnApplication.REVOCATION.path(request.getServletContext());
    return "../".repeat(api.split("/").length);
  }

  private static Problem nobody() {
    return Problem.unauthenticated("Nobody has signed in to the console, or not lately.");
  }

  /** Whoever is not known, is not named either: they may have typed a password for a name. */
  private Problem refused(String author, Problem problem, String why) {
    trail.refusedToOthers(AuditAct.refused(ACTION.word(), null, Note.fitting(author, why)));
    return problem;
  }
}
