package io.tokenrevocation.rest.console;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.pool.ConsoleSignIn;
import io.tokenrevocation.pool.TestConsole;
import io.tokenrevocation.pool.UserDirectory;
import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The console as one application has it. */
final class TestDesk {

  final TestUsers users = new TestUsers();
  final ConsoleCallers callers;
  final SignInCookie cookie;

  private final SessionDesk desk;

  TestDesk(TestConsole console, Instance<Object> beans) {
    var settings = TestSettings.with(Map.of("revocation.console", "true"));
    var passwords = new Passwords(TestBeans.<UserDirectory>of(users), beans, settings);
    this.cookie = new SignInCookie(console.signIns(), settings);
    this.callers = new ConsoleCallers(cookie, console.signIns(), passwords, settings);
    this.desk =
        new SessionDesk(
            console.authority(),
            callers,
            passwords,
            new FailedSignIns(),
            cookie,
            console.signIns(),
            console.trail());
  }

  /** Signs in at the form; returns the cookie that is set. */
  String signIn(String username, String password) throws IOException {
    var body = Json.createObjectBuilder().add("username", username).add("password", password);
    var response = new TestResponse();
    desk.signIn(TestRequest.post(body.build().toString()).sent(), response.open());
    return response.header("Set-Cookie");
  }

  String signIn(String username) throws IOException {
    return signIn(username, TestUsers.PASSWORD);
  }

  /** The cookie of somebody who was last seen at some time. */
  String cookieOf(String username, ConsoleSignIn begun, Instant seenAt) {
    var response = new TestResponse();
    var signIn = SignIn.of(begun, username, seenAt);
    cookie.write(signIn, TestRequest.get().sent(), response.open());
    return response.header("Set-Cookie");
  }

  /** Who calls with some cookies; empty if nobody does. */
  Optional<String> caller(String... cookies) {
    return callers.caller(TestRequest.get().withCookies(cookies).sent());
  }
}
