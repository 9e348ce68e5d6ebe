package io.tokenrevocation.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidOAuthFlowException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

@DisplayName("App clients, made and changed with the AWS SDK")
class AppClientIT extends SampleTest {

  private static final String OWN_SECRET = "a_secret_that_we_made_ourselves";

  private Administrator administrator;

  @BeforeEach
  void signRequests() {
    administrator = new Administrator(sample);
  }

  @Test
  @DisplayName("4.2: a client made with a name only")
  @Contract({"4.1 default", "4.2 defaults", "4.2 dates", "4.2 id"})
  void tellItsDefaultsInCognitosOrder() {
    var created = administrator.create(request -> {});
    var seconds = "(\\d\\.\\d{1,12}E9|\\d{10}\\.\\d{1,3})"; // the same; TomEE writes the second
    assertThat(administrator.lastBody())
        .matches(
            "\\{\"UserPoolClient\":\\{\"AllowedOAuthFlowsUserPoolClient\":false,"
                + "\"AuthSessionValidity\":3,\"ClientId\":\"[0-9a-v]{26}\","
                + "\"ClientName\":\"made by a test\",\"CreationDate\":"
                + seconds
                + ",\"EnablePropagateAdditionalUserContextData\":false,"
                + "\"EnableTokenRevocation\":true,\"LastModifiedDate\":"
                + seconds
                + ",\"RefreshTokenValidity\":30,\"TokenValidityUnits\":\\{\\},"
                + "\"UserPoolId\":\"us-east-1_Sample001\"\\}\\}");
    assertThat(administrator.describe(created.clientId())).isEqualTo(created);
  }

  @Test
  @DisplayName("4.2: GenerateSecret, ClientSecret")
  @Contract({"4.2 id", "4.2 secret", "4.2 both-secrets"})
  void haveASecretThatWasGeneratedOrTheirOwn() {
    var generated = administrator.createForPasswords(request -> request.generateSecret(true));
    assertThat(generated.secret()).matches("[0-9a-v]{52}");
    assertThat(sample.signIn("alice", generated).refresh().me().status()).isEqualTo(200);

    var own = administrator.createForPasswords(request -> request.clientSecret(OWN_SECRET));
    assertThat(own.secret()).isEqualTo(OWN_SECRET);
    assertThat(administrator.describe(own.id()).clientSecret()).isEqualTo(OWN_SECRET);
    sample.signIn("alice", own).revoke();

    refuses(
        InvalidParameterException.class,
        "Cannot specify both GenerateSecret and ClientSecret",
        () ->
            administrator.create(request -> request.generateSecret(true).clientSecret(OWN_SECRET)));
  }

  @Test
  @DisplayName("Every setting of the service model is kept and returned")
  void keepEverySettingThatWasGiven() {
    var given = everySetting();
    var created = administrator.create(given);
    for (var name : given.sdkFieldNameToField().keySet()) {
      if (!name.equals("GenerateSecret")) {
        assertThat(created.getValueForField(name, Object.class))
            .as(name)
            .isPresent()
            .isEqualTo(given.getValueForField(name, Object.class));
      }
    }
    assertThat(administrator.describe(created.clientId())).isEqualTo(created);
  }

  @Test
  @DisplayName("4.3: what an update leaves out returns to its default, but not name and secret")
  @Contract({"4.3 resets", "4.3 keeps"})
  void loseWhatAnUpdateLeavesOut() {
    var before = administrator.create(everySetting());
    var after = administrator.update(before.clientId(), request -> {});
    var plain = administrator.create(request -> {});
    assertThat(after)
        .isEqualTo(
            plain.toBuilder()
                .clientId(before.clientId())
                .clientName(before.clientName())
                .clientSecret(before.clientSecret())
                .creationDate(before.creationDate())
                .lastModifiedDate(after.lastModifiedDate())
                .build());
    assertThat(after.lastModifiedDate()).isAfter(before.lastModifiedDate());
    assertThat(administrator.describe(before.clientId())).isEqualTo(after);
    assertThat(
            administrator
                .update(before.clientId(), request -> request.clientName("another"))
                .clientName())
        .isEqualTo("another");
  }

  @Test
  @DisplayName("4.4: token lifetimes")
  @Contract({"4.4 expires-in", "4.4 units"})
  void giveTokensTheLifeTheyAreSetTo() {
    var client =
        administrator.createForPasswords(
            request ->
                request
                    .accessTokenValidity(10)
                    .idTokenValidity(1)
                    .tokenValidityUnits(
                        units ->
                            units.accessToken(TimeUnitsType.MINUTES).idToken(TimeUnitsType.DAYS)));
    var tokens = sample.signIn("alice", client).tokens();
    assertThat(tokens.expiresIn()).isEqualTo(600);
    assertThat(life(tokens.accessToken())).isEqualTo(600);
    assertThat(life(tokens.idToken())).isEqualTo(86_400);
    refuses(
        InvalidParameterException.class,
        "Invalid range for token validity.",
        () -> administrator.create(request -> request.accessTokenValidity(25)));
  }

  @Test
  @DisplayName("4.5: a client without flows has no password flow")
  @Contract({"4.5 omitted", "4.5 legacy"})
  void haveTheFlowsTheyWereGiven() {
    var client = new TestClient(administrator.create(request -> {}).clientId(), null);
    refuses(
        InvalidParameterException.class,
        "USER_PASSWORD_AUTH flow not enabled for this client",
        () -> sample.signIn("alice", client));
    administrator.update(
        client.id(),
        request -> request.explicitAuthFlows(ExplicitAuthFlowsType.USER_PASSWORD_AUTH));
    assertThat(sample.signIn("alice", client).refresh().me().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("6.1: PreventUserExistenceErrors")
  @Contract("6.1 unknown-user")
  void sayWhetherAUserIsUnknown() {
    var client = administrator.createForPasswords(request -> {});
    refuses(
        UserNotFoundException.class,
        "User does not exist.",
        () -> sample.authenticate("nobody", Sample.PASSWORD, client));
    var discreet =
        administrator.createForPasswords(
            request -> request.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));
    refuses(
        CognitoIdentityProviderException.class,
        "Incorrect username or password.",
        () -> sample.authenticate("nobody", Sample.PASSWORD, discreet));
  }

  @Test
  @DisplayName("InvalidOAuthFlowException")
  void refuseWhatTheyCanNotHave() {
    refuses(
        InvalidOAuthFlowException.class,
        "client_credentials flow can not be selected if client does not have a client secret.",
        () ->
            administrator.create(
                request -> request.allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)));
  }

  @Test
  @DisplayName("4.3: many updates at once")
  @Contract("4.3 race")
  void takeManyUpdatesAtOnce() {
    var id = administrator.create(request -> {}).clientId();
    var updates =
        IntStream.rangeClosed(1, 24)
            .mapToObj(
                days ->
                    CompletableFuture.supplyAsync(
                        () ->
                            administrator
                                .update(id, request -> request.refreshTokenValidity(days))
                                .refreshTokenValidity()))
            .toList();
    assertThat(updates.stream().map(CompletableFuture::join))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
    assertThat(administrator.describe(id).refreshTokenValidity()).isBetween(1, 24);
  }

  private static CreateUserPoolClientRequest everySetting() {
    return CreateUserPoolClientRequest.builder()
        .userPoolId(Administrator.POOL)
        .clientName("Every setting, a+b=c")
        .refreshTokenValidity(90)
        .accessTokenValidity(301)
        .idTokenValidity(2)
        .tokenValidityUnits(
            units ->
                units
                    .refreshToken(TimeUnitsType.MINUTES)
                    .accessToken(TimeUnitsType.SECONDS)
                    .idToken(TimeUnitsType.HOURS))
        .readAttributes("email", "custom:team")
        .writeAttributes("email")
        .explicitAuthFlows(
            ExplicitAuthFlowsType.ALLOW_CUSTOM_AUTH, ExplicitAuthFlowsType.ALLOW_USER_AUTH)
        .supportedIdentityProviders("COGNITO", "Große Firma")
        .callbackURLs("https://app.example/in", "myapp://in")
        .logoutURLs("https://app.example/out")
        .defaultRedirectURI("myapp://in")
        .allowedOAuthFlows(OAuthFlowType.CODE, OAuthFlowType.IMPLICIT)
        .allowedOAuthScopes("openid", "store/read")
        .allowedOAuthFlowsUserPoolClient(true)
        .analyticsConfiguration(
            analytics ->
                analytics
                    .applicationId("0123abc")
                    .roleArn("arn:aws:iam::123456789012:role/analytics")
                    .externalId("an id")
                    .userDataShared(true))
        .preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED)
        .enableTokenRevocation(false)
        .enablePropagateAdditionalUserContextData(true)
        .authSessionValidity(15)
        .refreshTokenRotation(
            rotation -> rotation.feature(FeatureType.DISABLED).retryGracePeriodSeconds(0))
        .clientSecret(OWN_SECRET)
        .build();
  }

  private static int life(String token) {
    var claims = Tokens.claims(token);
    return claims.getInt("exp") - claims.getInt("iat");
  }

  private static void refuses(
      Class<? extends CognitoIdentityProviderException> type,
      String message,
      ThrowingCallable call) {
    assertThatExceptionOfType(type)
        .isThrownBy(call)
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }
}
