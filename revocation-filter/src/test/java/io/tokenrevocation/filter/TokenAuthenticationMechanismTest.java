package io.tokenrevocation.filter;

import static jakarta.security.enterprise.AuthenticationStatus.NOT_DONE;
import static jakarta.security.enterprise.AuthenticationStatus.SEND_FAILURE;
import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TestTokens;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenAuthenticationMechanismTest {

  private final List<Object> loggedIn = new ArrayList<>();
  private final List<Object> statuses = new ArrayList<>();

  static List<Verdict> withoutAUser() {
    return List.of(
        new Verdict.Anonymous(),
        new Verdict.Refused(Challenge.REVOKED),
        new Verdict.Refused(Challenge.RETRY_LATER));
  }

  private AuthenticationStatus answer(Verdict verdict, String... facts) {
    return TokenAuthenticationMechanism.answer(verdict, response(), container(List.of(facts)));
  }

  @Test
  void logsInTheUserOfATokenWithItsGroups() {
    var token = TestTokens.of("alice").verified();
    assertThat(answer(new Verdict.Authenticated(token))).isEqualTo(SUCCESS);
    assertThat(loggedIn).containsExactly(new TokenPrincipal(token), token.groups());
  }

  @ParameterizedTest
  @MethodSource("withoutAUser")
  void leavesTheRestToTheFilterWhereTheContainerProtectsNothing(Verdict verdict) {
    assertThat(answer(verdict)).isEqualTo(NOT_DONE);
    assertThat(statuses).isEmpty();
    assertThat(loggedIn).isEmpty();
  }

  @Nested
  class WhereTheContainerProtects {

    @Test
    void asksForATokenWhereTheFilterWouldNot() {
      assertThat(answer(new Verdict.Anonymous(), "isProtected")).isEqualTo(SEND_FAILURE);
      assertThat(statuses).containsExactly(401);
    }

    @Test
    void asksForATokenWhenTheApplicationAsksForTheUser() {
      assertThat(answer(new Verdict.Anonymous(), "isAuthenticationRequest"))
          .isEqualTo(SEND_FAILURE);
      assertThat(statuses).containsExactly(401);
    }

    @Test
    void refusesAsTheFilterWould() {
      answer(new Verdict.Refused(Challenge.RETRY_LATER), "isProtected");
      assertThat(statuses).containsExactly(503);
      assertThat(loggedIn).isEmpty();
    }
  }

  private HttpMessageContext container(Collection<String> facts) {
    return (HttpMessageContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpMessageContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isProtected", "isAuthenticationRequest" -> facts.contains(method.getName());
                  case "doNothing" -> NOT_DONE;
                  case "notifyContainerAboutLogin" -> {
                    loggedIn.addAll(List.of(arguments));
                    yield SUCCESS;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setStatus")) {
                statuses.add(arguments[0]);
              }
              return null;
            });
  }
}
