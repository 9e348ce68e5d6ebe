package io.tokenrevocation.rest.console;

import io.tokenrevocation.pool.AuthoritySettings;
import io.tokenrevocation.pool.ConsoleSignIns;
import io.tokenrevocation.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;

/**
 * The cookie that a sign-in is kept in, sealed. The application's own session is left alone; the
 * cookie goes to all of the application, as the JSON API has two paths.
 */
@Dependent
class SignInCookie {

  private static final String NAMED = "revocation-console=";
  private static final String PURPOSE = "console sign-in";
  private static final int LONGEST = 3000;

  private final ConsoleSignIns signIns;
  private final boolean secure;

  @Inject
  SignInCookie(ConsoleSignIns signIns, Settings settings) {
    this.signIns = signIns;
    this.secure = settings.get(AuthoritySettings.ENDPOINT).startsWith("https:");
  }

  /**
   * The sign-ins that a request brings along, which may be over. There may be several: a browser
   * sends first what was kept for a longer path, or what another host of the domain has left it. Of
   * those, some servers tell one only, so the header is read here.
   */
  Stream<SignIn> read(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Cookie")).stream()
        .flatMap(header -> Arrays.stream(header.split(";")))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(NAMED))
        .map(cookie -> cookie.substring(NAMED.length()))
        .filter(value -> value.length() <= LONGEST)
        .flatMap(value -> signIns.open(PURPOSE, value).stream())
        .flatMap(text -> SignIn.parse(text).stream());
  }

  void write(SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Set-Cookie", cookie(signIns.seal(PURPOSE, signIn.text()), request));
  }

  void remove(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Set-Cookie", cookie("", request) + "; Max-Age=0");
  }

  /** Also behind a proxy that speaks HTTP to this server, it is for HTTPS only. */
  private String cookie(String value, HttpServletRequest request) {
    return NAMED
        + value
        + "; Path="
        + request.getContextPath()
        + "/; HttpOnly; SameSite=Strict"
        + (secure || request.isSecure() ? "; Secure" : "");
  }
}
