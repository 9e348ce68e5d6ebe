package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityInitializerTest {

  private final AuthorityInitializer initializer = new AuthorityInitializer();

  @Nested
  class RefusesTheDeployment {

    @ParameterizedTest
    @ValueSource(classes = {Theirs.class, Slashed.class, Starred.class})
    void whenAnotherApplicationIsAtThePathOfOneOfOurs(Class<?> other) {
      assertThatThrownBy(() -> initializer.onStartup(Set.of(other), new TestServlets().context()))
          .isInstanceOf(ServletException.class)
          .hasMessage(
              other.getName()
                  + " is at /oauth2, where the authority has endpoints: put one of them elsewhere,"
                  + " these with a <servlet-mapping> for"
                  + " io.tokenrevocation.rest.oauth.OAuthApplication in web.xml");
    }

    @Test
    void whenAServletIsThere() {
      var servlets = new TestServlets().with("login", "/login", "/oauth2/*");
      assertThatThrownBy(() -> initializer.onStartup(null, servlets.context()))
          .hasMessageStartingWith("login is at /oauth2, ");
      assertThat(servlets.isClosed()).isTrue();
    }

    @Test
    void whenSomethingIsWhereOursWasMoved() {
      var servlets =
          new TestServlets()
              .with(OwnApplication.REVOCATION.className(), "/admin/*")
              .with("console", "/admin/*");
      assertThatThrownBy(() -> initializer.onStartup(null, servlets.context()))
          .hasMessageStartingWith("console is at /admin, ");
    }
  }

  @Nested
  class RefusesWhatTheFilterWouldLeaveOpen {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/cognito-idp",
          "/cognito-idp/admin",
          "/cognito-idp/admin/*",
          "/oauth2/token",
          "/oauth2/token/*",
          "/revocation/revocations",
          "/revocation/user-pools/mine/*"
        })
    void aServletAtAnEndpoint(String pattern) {
      var servlets = new TestServlets().with("theirs", pattern);
      assertThatThrownBy(() -> initializer.onStartup(null, servlets.context()))
          .hasMessageStartingWith("theirs is at ");
    }

    @Test
    void aServletAtAnEndpointThatWasMoved() {
      var servlets =
          new TestServlets()
              .with(OwnApplication.OAUTH.className(), "/auth/*")
              .with("theirs", "/auth/revoke");
      assertThatThrownBy(() -> initializer.onStartup(null, servlets.context()))
          .hasMessageStartingWith("theirs is at ");
    }

    @ParameterizedTest
    @EnumSource
    void oursInFrontOfEverything(OwnApplication own) {
      var servlets = new TestServlets().with(own.className(), "/*");
      assertThatThrownBy(() -> initializer.onStartup(null, servlets.context()))
          .hasMessageContaining("it needs a path of its own");
    }

    @Test
    void cognitosOperationsInFrontOfSomethingElse() {
      var servlets = new TestServlets().with(OwnApplication.COGNITO.className(), "/api/*");
      assertThatThrownBy(() -> initializer.onStartup(null, servlets.context()))
          .hasMessageContaining("cannot be moved");
    }
  }

  @Nested
  class Agrees {

    @Test
    void whenNothingElseIsThere() {
      var servlets =
          new TestServlets()
              .with(OwnApplication.OAUTH.className(), "/oauth2/*")
              .with("everything", "/*")
              .with("below", "/oauth2/login/*");
      assertThatCode(
              () ->
                  initializer.onStartup(
                      Set.of(Elsewhere.class, RevocationApplication.class), servlets.context()))
          .doesNotThrowAnyException();
    }

    @Test
    void whenOursWasMoved() {
      var servlets = new TestServlets().with(OwnApplication.OAUTH.className(), "/auth/oauth2/*");
      assertThatCode(() -> initializer.onStartup(Set.of(Theirs.class), servlets.context()))
          .doesNotThrowAnyException();
    }

    @Test
    void whenTheirsWasMoved() {
      var servlets = new TestServlets().with(Theirs.class.getName(), "/theirs/*");
      assertThatCode(() -> initializer.onStartup(Set.of(Theirs.class), servlets.context()))
          .doesNotThrowAnyException();
    }
  }

  @ApplicationPath("oauth2")
  private static final class Theirs extends Application {}

  @ApplicationPath("/oauth2/")
  private static final class Slashed extends Application {}

  @ApplicationPath("/oauth2/*")
  private static final class Starred extends Application {}

  @ApplicationPath("api")
  private static final class Elsewhere extends Application {}
}
