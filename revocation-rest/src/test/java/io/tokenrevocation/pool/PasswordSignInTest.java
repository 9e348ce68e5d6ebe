package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.POOL;
import static io.tokenrevocation.pool.TestDirectory.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordSignInTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();

  private final User alice = AUTHORITY.users.add();

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  @Nested
  class WithTheRightPassword {

    private final IssuedTokens tokens = AUTHORITY.signIn(alice);

    @Test
    void issuesAnAccessTokenOfTheUserAndClient() {
      var token = AUTHORITY.verified(tokens);
      assertThat(token.issuer()).isEqualTo(TestAuthority.ISSUER);
      assertThat(token.subject()).isEqualTo(alice.subject());
      assertThat(token.username()).isEqualTo(alice.username());
      assertThat(token.clientId()).isEqualTo("web");
      assertThat(token.groups()).containsExactly("staff");
      assertThat(Duration.between(token.issuedAt(), token.expiresAt()))
          .isEqualTo(Duration.ofHours(1))
          .isEqualTo(tokens.accessLifetime());
    }

    @Test
    void storesTheFamilyWithTheBoundsOfItsTokens() {
      var token = AUTHORITY.verified(tokens);
      var family = AUTHORITY.family(tokens);
      assertThat(family.owner()).isEqualTo(TestAuthority.subject(alice));
      assertThat(family.authTime()).isEqualTo(token.issuedAt());
      assertThat(family.minted()).isEqualTo(new Family.Minted(token.issuedAt(), token.expiresAt()));
      assertThat(family.refreshExpiresAt()).isEqualTo(token.issuedAt().plus(Duration.ofDays(30)));
      assertThat(family.revokedAt()).isNull();
    }

    @Test
    @DisplayName("5.6: five dot-separated base64url parts, the first of a JWE")
    void issuesARefreshTokenInCognitosShape() {
      assertThat(tokens.refreshToken().orElseThrow())
          .startsWith("eyJjdHkiOiJKV1QiLC")
          .matches("([A-Za-z0-9_-]+\\.){4}[A-Za-z0-9_-]+");
    }

    @Test
    void opensAFamilyOfItsOwnEachTime() {
      var again = AUTHORITY.signIn(alice);
      assertThat(AUTHORITY.family(again).id()).isNotEqualTo(AUTHORITY.family(tokens).id());
      assertThat(again.refreshToken()).isNotEqualTo(tokens.refreshToken());
    }

    @Test
    void showsNoTokenWhenPrinted() {
      assertThat(tokens.toString())
          .doesNotContain(tokens.accessToken())
          .doesNotContain(tokens.idToken())
          .doesNotContain(tokens.refreshToken().orElseThrow());
    }
  }

  @Test
  void issuesATokenWithoutItsOwnFamilyClaimToAClientWithoutTokenRevocation() {
    var client = TestAuthority.client(POOL, "old", Set.of(AuthFlow.USER_PASSWORD), false);
    AUTHORITY.database.clients().add(client, TestAuthority.created(client));
    var tokens = AUTHORITY.signIn(client, alice);
    assertThat(AUTHORITY.family(tokens).clientId()).isEqualTo("old");
  }

  @Test
  void refusesAClientThatHasBeenDeletedMeanwhile() {
    var deleted = TestAuthority.client(POOL, "deleted", EnumSet.of(AuthFlow.USER_PASSWORD), true);
    assertThat(AUTHORITY.signIn.signIn(deleted, AuthFlow.USER_PASSWORD, alice.username(), PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.CLIENT_DELETED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", PASSWORD + " "})
  void refusesAnotherPassword(String password) {
    assertThat(
            AUTHORITY.signIn.signIn(
                AUTHORITY.web, AuthFlow.USER_PASSWORD, alice.username(), password))
        .isEqualTo(new Outcome.Refused<>(Refusal.WRONG_CREDENTIALS));
  }

  @Test
  void refusesAnUnknownUserLikeAWrongPassword() {
    assertThat(AUTHORITY.signIn.signIn(AUTHORITY.web, AuthFlow.USER_PASSWORD, "nobody", PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.WRONG_CREDENTIALS));
  }

  @Test
  void saysThatAUserIsUnknownWhereTheClientMaySo() {
    var telling =
        AUTHORITY.web.changed(
            "telling",
            new ClientSettings(
                AUTHORITY.web.flows(), true, TokenValidity.DEFAULT, null, true, null),
            Instant.EPOCH);
    assertThat(AUTHORITY.signIn.signIn(telling, AuthFlow.USER_PASSWORD, "nobody", PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.NO_SUCH_USER));
    assertThat(AUTHORITY.signIn.signIn(telling, AuthFlow.USER_PASSWORD, alice.username(), "wrong"))
        .isEqualTo(new Outcome.Refused<>(Refusal.WRONG_CREDENTIALS));
  }

  @Test
  void signsADisabledUserOutEverywhere() {
    var before = AUTHORITY.signIn(alice);
    AUTHORITY.users.disable(alice);
    AUTHORITY.signIn.signIn(AUTHORITY.web, AuthFlow.USER_PASSWORD, alice.username(), PASSWORD);
    assertThat(AUTHORITY.refuses(before)).isTrue();
  }

  @Test
  void refusesADisabledUserOnlyAfterTheRightPassword() {
    AUTHORITY.users.disable(alice);
    assertThat(
            AUTHORITY.signIn.signIn(
                AUTHORITY.web, AuthFlow.USER_PASSWORD, alice.username(), PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.USER_DISABLED));
    assertThat(
            AUTHORITY.signIn.signIn(
                AUTHORITY.web, AuthFlow.USER_PASSWORD, alice.username(), "wrong"))
        .isEqualTo(new Outcome.Refused<>(Refusal.WRONG_CREDENTIALS));
  }

  @Test
  void refusesAClientThatWasNotGivenTheFlow() {
    var client = TestAuthority.client(POOL, "other", Set.of(AuthFlow.REFRESH_TOKEN), true);
    assertThat(AUTHORITY.signIn.signIn(client, AuthFlow.USER_PASSWORD, alice.username(), PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.FLOW_NOT_ENABLED));
  }

  @Test
  void takesAServersFlowForItself() {
    var client = TestAuthority.client(POOL, "web", Set.of(AuthFlow.ADMIN_USER_PASSWORD), true);
    assertThat(AUTHORITY.signIn.signIn(client, AuthFlow.USER_PASSWORD, alice.username(), PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.FLOW_NOT_ENABLED));
    assertThat(
            AUTHORITY.signIn.signIn(
                client, AuthFlow.ADMIN_USER_PASSWORD, alice.username(), PASSWORD))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void issuesNothingUnderALaterCutOffWhenTheClockWasSetBack() {
    var cutOff = AUTHORITY.verified(AUTHORITY.signIn(alice)).issuedAt().plusSeconds(5);
    AUTHORITY.sessions.inTransaction(
        transaction -> {
          var state = transaction.lockExclusively(TestAuthority.subject(alice));
          transaction.save(TestAuthority.subject(alice), state.signedOutAgain(cutOff));
          return true;
        });
    assertThat(AUTHORITY.verified(AUTHORITY.signIn(alice)).issuedAt()).isEqualTo(cutOff);
  }
}
