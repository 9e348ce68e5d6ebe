package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In an application with resources, tables, filters and security of its own")
@Tag("moved-application")
@ExtendWith(ConsumerServer.AsParameter.class)
class OrdersIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Sample orders;

  OrdersIT(ConsumerServer consumers) {
    this.orders = consumers.orders();
  }

  private Answer get(Session session, String path) {
    return orders.get(path, "Authorization", "Bearer " + session.accessToken());
  }

  private Answer place(Session session, String query) {
    return orders.post(
        "api/orders" + query, "", "Authorization", "Bearer " + session.accessToken());
  }

  private long placedBy(String username) {
    return Long.parseLong(get(orders.signIn(username), "api/orders").body());
  }

  private Answer revoke(String path, Session session) {
    var form = "client_id=sampleweb&token=" + session.refreshToken();
    return orders.post(path, form, "Content-Type", FORM);
  }

  private static List<String> trail(Answer answer) {
    return answer.response().headers().allValues("Trail");
  }

  @Test
  void aSignOutStaysWhenItsCallerRollsBackAndCommitsNothingOfTheCallers() {
    var session = orders.signIn("rosa");

    assertThat(place(session, "?fail=true").status()).isEqualTo(500);

    assertThat(get(session, "who/x").challenge()).isEqualTo(Answer.REVOKED);
    assertThat(placedBy("rosa")).isZero();
  }

  @Test
  void aSignOutLeavesItsCallersCommitToTheCaller() {
    var session = orders.signIn("cora");

    assertThat(place(session, "").status()).isEqualTo(204);

    assertThat(get(session, "who/x").challenge()).isEqualTo(Answer.REVOKED);
    assertThat(placedBy("cora")).isEqualTo(1);
  }

  @Test
  void itsOwnOAuthPathIsItsOwn() {
    assertThat(orders.get("oauth2/authorize").body()).isEqualTo("who are you?");
  }

  @Test
  void theOAuthEndpointsAreWhereWebXmlPutsThem() {
    var session = orders.signIn("alice");
    var configuration =
        orders.get("cognito-idp/us-east-1_Orders001/.well-known/openid-configuration");
    assertThat(Tokens.json(configuration.body()).getString("revocation_endpoint"))
        .isEqualTo("http://localhost:8080/orders/auth/oauth2/revoke");

    assertThat(revoke("auth/oauth2/revoke", session).status()).isEqualTo(200);

    assertThat(get(session, "who/x").challenge()).isEqualTo(Answer.REVOKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oauth2/revoke", "api/revoke"})
  void theOAuthEndpointsAreNotFoundUnderItsOwnPaths(String path) {
    var session = orders.signIn("alice");
    var answer =
        orders.post(
            path,
            "client_id=sampleweb&token=" + session.refreshToken(),
            "Content-Type",
            FORM,
            "Authorization",
            "Bearer " + session.accessToken());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(get(session, "who/x").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/us-east-1_Orders001/.well-known/jwks.json", "api/openid"})
  void theKeysAreNotFoundUnderItsOwnPath(String path) {
    assertThat(get(orders.signIn("alice"), path).status()).isEqualTo(404);
  }

  @Test
  void itsFiltersAreWhereWebXmlPutsThem() {
    assertThat(trail(orders.get("who/x"))).containsExactly("before REQUEST null");
    assertThat(trail(get(orders.signIn("alice"), "who/x")))
        .containsExactly("before REQUEST null", "after REQUEST alice");
  }

  @Test
  void theFiltersParametersInWebXmlCount() {
    assertThat(orders.get("index.html").status()).isEqualTo(200);
    assertThat(orders.get("api/orders").challenge()).isEqualTo("Bearer");
  }

  @ParameterizedTest
  @CsvSource({"forward, FORWARD by alice", "dispatch, ASYNC by alice"})
  void aRequestGoesOnAsItsUserAndMeetsTheFilterOnce(String way, String body) {
    var answer = get(orders.signIn("alice"), "go/" + way);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(trail(answer))
        .containsExactly(
            "before REQUEST null",
            "after REQUEST alice",
            "after " + body.substring(0, body.indexOf(' ')) + " alice");
  }

  @ParameterizedTest
  @CsvSource({"thread, thread for alice", "asynchronous, cooked for alice"})
  void aRequestIsAnsweredFromAnotherThread(String way, String body) {
    var answer = get(orders.signIn("alice"), "go/" + way);

    assertThat(answer.body()).isEqualTo(body);
    assertThat(trail(answer)).containsExactly("before REQUEST null", "after REQUEST alice");
  }

  @Test
  void anErrorPageIsShown() {
    var answer = get(orders.signIn("alice"), "go/error");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).startsWith("ERROR by ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"forward", "dispatch", "thread", "asynchronous", "error"})
  void aRevokedTokenGoesNowhere(String way) {
    var session = orders.signIn("alice");
    session.revoke();

    var answer = get(session, "go/" + way);

    assertThat(answer.challenge()).isEqualTo(Answer.REVOKED);
    assertThat(trail(answer)).containsExactly("before REQUEST null");
  }

  @Test
  void aStaticPageIsOpenButNotToARevokedToken() {
    var session = orders.signIn("alice");
    assertThat(trail(get(session, "index.html")))
        .containsExactly("before REQUEST null", "after REQUEST alice");
    session.revoke();
    assertThat(get(session, "index.html").challenge()).isEqualTo(Answer.REVOKED);
  }

  @Test
  void itsLoginConfigurationGuardsWhatItGuarded() {
    var answer = orders.get("staff/rota.txt");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.challenge()).isEqualToIgnoringCase("Basic realm=\"orders\"");
  }

  @Test
  void itsListenerHasRun() {
    assertThat(orders.get("open").body()).isEqualTo("from nine to five");
  }
}
