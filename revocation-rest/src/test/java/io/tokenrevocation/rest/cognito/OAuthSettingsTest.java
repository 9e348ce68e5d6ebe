package io.tokenrevocation.rest.cognito;

import static io.tokenrevocation.rest.cognito.TestInput.assertRefused;
import static io.tokenrevocation.rest.cognito.TestInput.json;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthSettingsTest {

  private static void check(String settings, boolean confidential) {
    OAuthSettings.check(json("{" + settings + "}"), confidential);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'AllowedOAuthFlows':['code'],'AllowedOAuthScopes':['openid']",
        "'AllowedOAuthFlowsUserPoolClient':true,'AllowedOAuthFlows':['code','implicit'],"
            + "'AllowedOAuthScopes':['openid'],'CallbackURLs':['https://a.example/in'],"
            + "'LogoutURLs':['myapp://out'],'DefaultRedirectURI':'https://a.example/in'",
        "'CallbackURLs':['http://localhost:8080/in','http://127.0.0.1/in','http://[::1]:1/in']"
      })
  void mayBeGivenTogether(String settings) {
    assertThatCode(() -> check(settings, false)).doesNotThrowAnyException();
  }

  @Test
  void letAConfidentialClientActForItself() {
    assertThatCode(
            () ->
                check(
                    "'AllowedOAuthFlowsUserPoolClient':true,"
                        + "'AllowedOAuthFlows':['client_credentials'],'AllowedOAuthScopes':['a/b']",
                    true))
        .doesNotThrowAnyException();
  }

  @Test
  void letNoPublicClientActForItself() {
    assertRefused(
        "InvalidOAuthFlowException",
        "client_credentials flow can not be selected if client does not have a client secret.",
        () -> check("'AllowedOAuthFlows':['client_credentials']", false));
  }

  @Test
  void letNoClientActBothForItselfAndForUsers() {
    assertRefused(
        "InvalidOAuthFlowException",
        "client_credentials flow can not be selected along with code flow or implicit flow.",
        () -> check("'AllowedOAuthFlows':['code','client_credentials']", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'AllowedOAuthFlows':['code']", ",'AllowedOAuthScopes':['openid']"})
  void needFlowsAndScopes(String others) {
    assertRefused(
        "InvalidParameterException",
        "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to"
            + " use OAuth flows.",
        () -> check("'AllowedOAuthFlowsUserPoolClient':true" + others, false));
  }

  @Test
  void needSomewhereToGoBackTo() {
    assertRefused(
        "InvalidOAuthFlowException",
        "CallbackUrls can not be empty when code flow or implicit flow is selected",
        () ->
            check(
                "'AllowedOAuthFlowsUserPoolClient':true,'AllowedOAuthFlows':['implicit'],"
                    + "'AllowedOAuthScopes':['openid']",
                false));
  }

  @Test
  void goBackByDefaultWhereTheyMay() {
    assertRefused(
        "InvalidParameterException",
        "The default redirect URI https://b.example is not in the callback URIs list.",
        () ->
            check(
                "'CallbackURLs':['https://a.example'],'DefaultRedirectURI':'https://b.example'",
                false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a.example/in", "http://localhost.a.example", "http://127.0.0.1.a"})
  void goBackOverTlsUnlessItIsThisMachine(String url) {
    assertRefused(
        "InvalidParameterException",
        url + " cannot use the HTTP protocol.",
        () -> check("'LogoutURLs':['" + url + "']", false));
  }
}
