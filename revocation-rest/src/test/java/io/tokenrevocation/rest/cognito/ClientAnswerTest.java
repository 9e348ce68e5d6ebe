package io.tokenrevocation.rest.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Vault;
import io.tokenrevocation.pool.AppClient;
import io.tokenrevocation.pool.AppClients;
import io.tokenrevocation.pool.AuthFlow;
import io.tokenrevocation.pool.ClientSettings;
import io.tokenrevocation.pool.TokenValidity;
import io.tokenrevocation.rest.OpenApiDescription;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("4.2: what is told about an app client")
class ClientAnswerTest {

  private static final TestDatabase DATABASE = TestDatabase.open();
  private static final Vault VAULT = new Vault(new byte[Vault.KEY_LENGTH]);

  private final ClientAnswer answer = new ClientAnswer(new AppClients(DATABASE.clients(), VAULT));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void hasJustTheseMembersInAlphabeticalOrderWhenNothingWasGiven() {
    assertThat(answer.of(given("")))
        .hasToString(
            """
            {"UserPoolClient":{"AllowedOAuthFlowsUserPoolClient":false,"AuthSessionValidity":3,\
            "ClientId":"7cauc5deq23ueku0n4tmqlgidr","ClientName":"a name",\
            "CreationDate":1.790257792556E9,"EnablePropagateAdditionalUserContextData":false,\
            "EnableTokenRevocation":true,"LastModifiedDate":1.79025779308E9,"RefreshTokenValidity":30,\
            "TokenValidityUnits":{},"UserPoolId":"us-east-1_8LxAFhQ8D"}}""");
  }

  @Test
  void hasWhatWasGivenInsteadOfDefaults() {
    assertThat(
            answer.of(
                given(
                    "'AuthSessionValidity':15,'ReadAttributes':['email'],'AccessTokenValidity':10,"
                        + "'TokenValidityUnits':{'AccessToken':'minutes'},"
                        + "'EnableTokenRevocation':false")))
        .hasToString(
            """
            {"UserPoolClient":{"AccessTokenValidity":10,"AllowedOAuthFlowsUserPoolClient":false,\
            "AuthSessionValidity":15,\
            "ClientId":"7cauc5deq23ueku0n4tmqlgidr","ClientName":"a name",\
            "CreationDate":1.790257792556E9,"EnablePropagateAdditionalUserContextData":false,\
            "EnableTokenRevocation":false,"LastModifiedDate":1.79025779308E9,\
            "ReadAttributes":["email"],"RefreshTokenValidity":30,\
            "TokenValidityUnits":{"AccessToken":"minutes"},"UserPoolId":"us-east-1_8LxAFhQ8D"}}""");
  }

  @ParameterizedTest
  @CsvSource({
    "0, days, 30",
    "0, hours, 720",
    "0, minutes, 43200",
    "0, seconds, 2592000",
    "2, hours, 2",
    "3650, days, 3650"
  })
  void tellsTheRefreshTokensLifeInItsUnit(long number, String unit, long told) {
    var client =
        given(
            "'RefreshTokenValidity':"
                + number
                + ",'TokenValidityUnits':{'RefreshToken':'"
                + unit
                + "'}");
    assertThat(answer.of(client).getJsonObject("UserPoolClient").getInt("RefreshTokenValidity"))
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "1790257792556, 1.790257792556E9",
    "1790257792500, 1.7902577925E9",
    "1790257792000, 1.790257792E9",
    "1790000000000, 1.79E9",
    "2000000000000, 2.0E9"
  })
  void tellsSecondsAsJavaPrintsADouble(long millis, String told) {
    var client = client(Instant.ofEpochMilli(millis), null, settings(""));
    assertThat(answer.of(client).toString()).contains("\"CreationDate\":" + told + ",");
  }

  @Test
  void hasTheSecretOfAConfidentialClient() {
    var sealed =
        VAULT.seal("client secret 7cauc5deq23ueku0n4tmqlgidr", "a_client_secret_of_27_chars");
    assertThat(answer.of(client(Instant.EPOCH, sealed, settings(""))).toString())
        .contains("\"ClientName\":\"a name\",\"ClientSecret\":\"a_client_secret_of_27_chars\"");
  }

  @Test
  void tellsOfARegisteredClientWhatAnAdministratorWouldHaveGiven() {
    var settings =
        new ClientSettings(
            Set.of(AuthFlow.REFRESH_TOKEN), true, TokenValidity.DEFAULT, null, false, null);
    assertThat(answer.of(client(Instant.EPOCH, null, settings)).toString())
        .contains(
            "\"ExplicitAuthFlows\":[\"ALLOW_REFRESH_TOKEN_AUTH\"]",
            "\"PreventUserExistenceErrors\":\"ENABLED\"",
            "\"TokenValidityUnits\":{}");
  }

  @Test
  void isBriefInAList() {
    assertThat(ClientAnswer.briefly(given("")).build())
        .hasToString(
            """
            {"ClientId":"7cauc5deq23ueku0n4tmqlgidr","ClientName":"a name",\
            "UserPoolId":"us-east-1_8LxAFhQ8D"}""");
  }

  @Nested
  class AsDescribedForOthers {

    private final OpenApiDescription description = OpenApiDescription.read();

    private Set<String> body(String operation) {
      return description.bodyMembers(operation);
    }

    private static List<String> settingsAnd(String... others) {
      var settings = ClientMembers.SETTINGS.stream().map(Member::name);
      return Stream.concat(Stream.of(others), settings).toList();
    }

    @Test
    void takesTheseMembers() {
      assertThat(body("PUT /{userPoolId}/app-clients/{clientId}"))
          .containsExactlyInAnyOrderElementsOf(settingsAnd("ClientName"));
      assertThat(body("POST /{userPoolId}/app-clients"))
          .containsExactlyInAnyOrderElementsOf(
              settingsAnd("ClientName", "GenerateSecret", "ClientSecret"));
    }

    @Test
    void tellsTheseMembers() {
      var settings =
          "'AccessTokenValidity':10,'TokenValidityUnits':{'AccessToken':'minutes'},"
              + "'ReadAttributes':['email'],'RefreshTokenRotation':{'Feature':'ENABLED'}";
      for (var client : List.of(given(""), given(settings))) {
        var answer = ClientAnswer.withoutSecret(client).toString();
        assertThat(description.faults("AppClient", answer)).isEmpty();
      }
    }
  }

  private static AppClient given(String settings) {
    return client(Instant.ofEpochMilli(1_790_257_792_556L), null, settings(settings));
  }

  private static ClientSettings settings(String members) {
    return GivenSettings.read(TestInput.of("{" + members + "}"), false);
  }

  private static AppClient client(
      Instant createdAt, @Nullable String sealed, ClientSettings settings) {
    return new AppClient(
        "7cauc5deq23ueku0n4tmqlgidr",
        "us-east-1_8LxAFhQ8D",
        "a name",
        sealed,
        settings,
        createdAt,
        Instant.ofEpochMilli(1_790_257_793_080L));
  }
}
