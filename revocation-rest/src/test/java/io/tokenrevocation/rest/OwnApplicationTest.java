package io.tokenrevocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OwnApplicationTest {

  private final TestServlets atHome = new TestServlets();
  private final TestServlets moved =
      new TestServlets().with(OwnApplication.OAUTH.className(), "/auth/oauth2/*");

  @Nested
  class IsAt {

    @ParameterizedTest
    @EnumSource
    void thePathOfItsAnnotation(OwnApplication own) throws ClassNotFoundException {
      var annotation = Class.forName(own.className()).getAnnotation(ApplicationPath.class);
      assertThat(own.path(atHome.context())).isEqualTo("/" + annotation.value());
    }

    @Test
    void whereWebXmlMapsIt() {
      assertThat(OwnApplication.OAUTH.path(moved.context())).isEqualTo("/auth/oauth2");
      assertThat(OwnApplication.COGNITO.path(moved.context())).isEqualTo("/cognito-idp");
    }

    @Test
    void thePathOfItsAnnotationWhereItsServletHasNoMapping() {
      var declared = new TestServlets().with(OwnApplication.OAUTH.className());
      assertThat(OwnApplication.OAUTH.path(declared.context())).isEqualTo("/oauth2");
    }
  }

  @Nested
  class IsReached {

    @Test
    void atItsPath() {
      assertThat(OwnApplication.OAUTH.isReachedBy(atHome.request("/oauth2", "/revoke"))).isTrue();
      assertThat(OwnApplication.COGNITO.isReachedBy(atHome.request("/cognito-idp", ""))).isTrue();
    }

    @Test
    void whereWebXmlMapsIt() {
      var request = moved.request("/auth/oauth2", "/revoke");
      assertThat(OwnApplication.OAUTH.isReachedBy(request)).isTrue();
    }

    @Test
    void byARequestThatTheServerHasNotSplit() {
      assertThat(OwnApplication.OAUTH.isReachedBy(atHome.request("/oauth2/revoke", ""))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/api, /revoke", "/oauth2, /revoke", "/auth, /revoke", "/auth/oauth2x, /revoke"})
    void nowhereElse(String servletPath, String pathInfo) {
      assertThat(OwnApplication.OAUTH.isReachedBy(moved.request(servletPath, pathInfo))).isFalse();
    }
  }
}
