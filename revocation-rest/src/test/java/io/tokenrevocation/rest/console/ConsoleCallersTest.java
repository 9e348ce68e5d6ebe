package io.tokenrevocation.rest.console;

import static io.tokenrevocation.rest.console.TestUsers.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import io.tokenrevocation.filter.TokenPrincipal;
import io.tokenrevocation.pool.TestConsole;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConsoleCallersTest {

  private static final TestConsole CONSOLE = new TestConsole();

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
}
