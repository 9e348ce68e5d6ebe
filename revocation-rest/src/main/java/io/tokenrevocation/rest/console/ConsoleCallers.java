package io.tokenrevocation.rest.console;

import io.tokenrevocation.filter.TokenPrincipal;
import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.ConsoleSignIns;
import io.tokenrevocation.rest.Administrators;
import io.tokenrevocation.rest.BrowserCallers;
import io.tokenrevocation.rest.Problem;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is in the console: the container's caller, if the application knows them as an
 * administrator by whatever means it has, or who has signed in at the console's own form.
 */
@Dependent
class ConsoleCallers implements BrowserCallers {

  private static final List<String> HARMLESS = List.of("GET", "HEAD");
  private static final int LONGEST_NAME = 128;
  private static final int MOST_SIGN_INS = 4;

  /** By name, as not every server has MicroProfile JWT. */
  private static final Set<String> TOKENS =
      Set.of(TokenPrincipal.class.getName(), "org.eclipse.microprofile.jwt.JsonWebToken");

  private final SignInCookie cookie;
  private final ConsoleSignIns signIns;
  private final Passwords passwords;
  private final SameOrigin sameOrigin;
  private final boolean isOn;
  private final InstantSource clock = Clock.systemUTC();

  @Inject
  ConsoleCallers(
      SignInCookie cookie, ConsoleSignIns signIns, Passwords passwords, Settings settings) {
    this.cookie = cookie;
    this.signIns = signIns;
    this.passwords = passwords;
    this.sameOrigin = new SameOrigin(settings.get(AuthoritySettings.ENDPOINT));
    this.isOn = settings.get(AuthoritySettings.CONSOLE);
  }

  @Override
  public Optional<String> caller(HttpServletRequest request) {
    return isOn ? wanted(request).map(Caller::name) : Optional.empty();
  }

  /**
   * Who calls.
   *
   * @throws Problem if another site may have made their browser do it
   */
  Optional<Caller> wanted(HttpServletRequest request) {
    var found = find(request);
    if (found.isPresent()) {
      sameOrigin.require(request);
      var sent = Objects.requireNonNullElse(request.getHeader("X-CSRF-Token"), "");
      if (!HARMLESS.contains(request.getMethod()) && !found.get().isCsrfToken(sent)) {
        throw Problem.of(
            403,
            "csrf-token",
            "Another site may have sent this",
            "X-CSRF-Token must be the csrfToken of console/session.");
      }
    }
    return found;
  }

  /**
   * Refuses a request that another site may have made a browser send.
   *
   * @throws Problem if it may
   */
  void requireSameOrigin(HttpServletRequest request) {
    sameOrigin.require(request);
  }

  private Optional<Caller> find(HttpServletRequest request) {
    return ofContainer(request).or(() -> byForm(request));
  }

  /**
   * But for the user of a token, for whom the container may speak, too, wherever it found one: it
   * knows nothing of revocations, and the token may be of any issuer.
   */
  private Optional<Caller> ofContainer(HttpServletRequest request) {
    var principal = request.getUserPrincipal();
    var header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
    if (principal == null
        || header.toLowerCase(Locale.ROOT).startsWith("bearer")
        || isToken(principal.getClass())
        || !isFit(principal.getName())
        || !request.isUserInRole(Administrators.ROLE)) {
      return Optional.empty();
    }
    return Optional.of(new Caller.OfContainer(principal.getName(), signIns, clock.instant()));
  }

  private static boolean isToken(@Nullable Class<?> type) {
    return type != null
        && (TOKENS.contains(type.getName())
            || isToken(type.getSuperclass())
            || Arrays.stream(type.getInterfaces()).anyMatch(ConsoleCallers::isToken));
  }

  /** Of several sign-ins the first that is good: others may have put theirs before it. */
  private Optional<Caller> byForm(HttpServletRequest request) {
    return cookie
        .read(request)
        .filter(signIn -> !signIn.isOver(clock.instant()))
        .limit(MOST_SIGN_INS)
        .filter(signIn -> !signIns.isEnded(signIn.begun()))
        .filter(passwords::admits)
        .<Caller>map(Caller.ByForm::new)
        .findFirst();
  }

  /** For a log. */
  static boolean isFit(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }
}
