package io.tokenrevocation.rest.console;

import static io.tokenrevocation.rest.console.TestUsers.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.filter.TokenPrincipal;
import io.tokenrevocation.pool.ConsoleSignIn;
import io.tokenrevocation.pool.Note;
import io.tokenrevocation.pool.TestConsole;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConsoleCallersTest {

  private static final TestConsole CONSOLE = new TestConsole();

  private static final Clock CLOCK = Clock.systemUTC();

  private final TestDesk desk = new TestDesk(CONSOLE, TestBeans.withoutStores());

  @AfterAll
  static void close() {
    CONSOLE.close();
  }

  @Nested
  class OfTheContainer {

    private Optional<String> caller(Principal principal, String role) {
      return desk.callers.caller(TestRequest.get().by(principal, role).sent());
    }

    @Test
    void areThoseInTheRole() {
      assertThat(caller(() -> "carol", ROLE)).contains("carol");
      assertThat(caller(() -> "bob", "editors")).isEmpty();
    }

    @Test
    void areNotThoseWithABearerToken() {
      var request = TestRequest.get().by(() -> "carol", ROLE).with("Authorization", "bearer x");
      assertThat(desk.callers.caller(request.sent())).isEmpty();
    }

    @Test
    void areNotTheUsersOfVerifiedTokens() {
      var token =
          new VerifiedToken(
              TokenUse.ACCESS,
              TestConsole.ISSUER,
              "subject",
              null,
              Set.of(),
              "carol",
              Set.of(ROLE),
              Set.of(),
              new VerifiedToken.Ids("token", null, null),
              Instant.EPOCH,
              Instant.MAX);
      assertThat(caller(new TokenPrincipal(token), ROLE)).isEmpty();
    }

    @Test
    void areNotTheUsersOfTokensThatTheServerFoundInACookie() {
      assertThat(caller(new ServersToken(), ROLE)).isEmpty();
      assertThat(caller(new ServersOwnToken(), ROLE)).isEmpty();
    }
  }

  private interface ServersJwt extends JsonWebToken {}

  /** As servers make them of tokens. */
  private static class ServersToken implements ServersJwt {

    @Override
    public String getName() {
      return "carol";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it
    public <T> T getClaim(String claimName) {
      throw new UnsupportedOperationException(claimName);
    }
  }

  private static final class ServersOwnToken extends ServersToken {}

  @Nested
  class OfTheForm {

    private final String subject = desk.users.put("carol", true, ROLE);

    private ConsoleSignIn begin(String of) {
      return CONSOLE.signIns().begin(of, Note.by("test"));
    }

    private String idOfNewest() {
      return Objects.requireNonNull(CONSOLE.newest().act().target()).value();
    }

    @Test
    void areThoseWithACookieOfTheirs() throws IOException {
      assertThat(desk.caller(desk.signIn("carol"))).contains("carol");
      assertThat(desk.caller()).isEmpty();
    }

    @Test
    void areThoseWithACookieWhateverComesBeforeIt() throws IOException {
      var stranger = desk.users.put("mallory", true, ROLE);
      var over = desk.cookieOf("mallory", begin(stranger), Instant.EPOCH);
      var ended = desk.signIn("mallory");
      CONSOLE.revoke(Kind.TOKEN, TestConsole.ISSUER, idOfNewest());
      var former = desk.signIn("mallory");
      desk.users.put("mallory", stranger, true, "editors");
      var own = desk.signIn("carol");
      assertThat(desk.caller("revocation-console=junk", over, ended, former, own))
          .contains("carol");
    }

    @Test
    void areAskedForOfAFewCookiesOnly() throws IOException {
      var cookies = new ArrayList<String>();
      for (var i = 0; i < 4; i++) {
        cookies.add(desk.cookieOf("nobody", begin("subject"), CLOCK.instant()));
      }
      cookies.add(desk.signIn("carol"));
      assertThat(desk.caller(cookies.toArray(String[]::new))).isEmpty();
      assertThat(desk.caller(cookies.subList(1, 5).toArray(String[]::new))).contains("carol");
    }

    @Test
    void areNotThoseWithACookieOfAnotherVersion() {
      var text =
          new SignIn(begin(subject), "carol", "token", CLOCK.instant())
              .text()
              .replace("signOutEpoch", "inDirectory");
      var sealed = CONSOLE.signIns().seal("console sign-in", text);
      assertThat(desk.caller("revocation-console=" + sealed)).isEmpty();
    }
  }
}
