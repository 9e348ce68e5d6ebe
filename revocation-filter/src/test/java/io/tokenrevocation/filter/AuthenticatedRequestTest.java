package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TestTokens;
import io.tokenrevocation.VerifiedToken;
import org.junit.jupiter.api.Test;

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
}
