package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TestTokens;
import io.tokenrevocation.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatedRequestTest {

  private final VerifiedToken token = TestTokens.of("alice").verified();
  private final AuthenticatedRequest request =
      new AuthenticatedRequest(TestRequests.to("/api", "/me"), token);

  @Test
  void isMadeByTheUserOfTheToken() {
    assertThat(request.getUserPrincipal()).isEqualTo(new TokenPrincipal(token));
    assertThat(request.getUserPrincipal().getName()).isEqualTo("alice");
    assertThat(request.getRemoteUser()).isEqualTo("alice");
  }

  @Test
  void isMadeByTheContainersOwnPrincipalForThatUserAndNotByOneForAnother() {
    var same = new TokenPrincipal(token);
    var other = new TokenPrincipal(TestTokens.of("bob").verified());
    assertThat(new AuthenticatedRequest(TestRequests.by(same), token).getUserPrincipal())
        .isSameAs(same);
    assertThat(new AuthenticatedRequest(TestRequests.by(other), token).getUserPrincipal())
        .isEqualTo(same);
  }

  @Test
  void hasTheGroupsOfTheTokenAsRoles() {
    assertThat(request.isUserInRole("staff")).isTrue();
    assertThat(request.isUserInRole("STAFF")).isFalse();
    assertThat(request.isUserInRole("admins")).isFalse();
  }

  @Test
  void saysHowItWasAuthenticated() {
    assertThat(request.getAuthType()).isEqualTo("Bearer");
  }

  @Test
  void isOtherwiseTheRequestThatCame() {
    assertThat(request.getServletPath()).isEqualTo("/api");
  }

  @Nested
  class TokenOf {

    private final HttpServletRequest authorized =
        new AuthenticatedRequest(TestRequests.authorized("Bearer a.b.c"), token);

    @Test
    void isKnownUnderWhateverTheApplicationWrapsAroundIt() {
      var wrapped = new HttpServletRequestWrapper(new HttpServletRequestWrapper(authorized));
      assertThat(AuthenticatedRequest.tokenOf(authorized)).contains(token);
      assertThat(AuthenticatedRequest.tokenOf(wrapped)).contains(token);
    }

    @Test
    void isNotKnownOfARequestThatNoFilterHasVerified() {
      assertThat(AuthenticatedRequest.tokenOf(TestRequests.authorized("Bearer a.b.c"))).isEmpty();
    }

    @Test
    void isNotTakenFromAPrincipalThatSomebodyElseMade() {
      var forged =
          new HttpServletRequestWrapper(TestRequests.authorized("Bearer a.b.c")) {
            @Override
            public Principal getUserPrincipal() {
              return new TokenPrincipal(token);
            }
          };
      assertThat(AuthenticatedRequest.tokenOf(forged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x.y.z", "Bearer ", "bearer A.B.C"})
    void isNotThatOfARequestThatShowsAnotherToken(String header) {
      assertThat(AuthenticatedRequest.tokenOf(showing(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer  a.b.c", "Basic YTpi"})
    @NullSource
    void isThatOfARequestThatShowsTheSameOrNone(@Nullable String header) {
      assertThat(AuthenticatedRequest.tokenOf(showing(header))).contains(token);
    }

    private HttpServletRequest showing(@Nullable String header) {
      return new HttpServletRequestWrapper(authorized) {
        @Override
        public @Nullable String getHeader(String name) {
          return header;
        }
      };
    }
  }

  @Nested
  class Of {

    @Test
    void wrapsARequestOnce() {
      var wrapped = new HttpServletRequestWrapper(request);
      assertThat(AuthenticatedRequest.of(wrapped, token)).isSameAs(wrapped);
    }

    @Test
    void wrapsARequestAgainForAnotherToken() {
      var bob = TestTokens.of("bob").verified();
      assertThat(AuthenticatedRequest.of(request, bob).getRemoteUser()).isEqualTo("bob");
    }
  }
}
