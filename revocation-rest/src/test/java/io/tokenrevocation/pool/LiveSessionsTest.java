package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveSessionsTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();

  private final User alice = AUTHORITY.users.add();
  private final IssuedTokens tokens = AUTHORITY.signIn(alice);
  private final VerifiedToken token = AUTHORITY.verified(tokens);

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  @Test
  void findsTheUserAndTheFamilyOfALiveToken() {
    assertThat(AUTHORITY.liveSessions.of(token))
        .isEqualTo(new Outcome.Done<>(new LiveSession(alice, AUTHORITY.family(tokens))));
  }

  @Test
  void refusesATokenOfAnotherIssuer() {
    assertRefused(Refusal.NOT_OURS, token("https://elsewhere.example", "web", token.familyId()));
  }

  @Test
  void refusesATokenWithoutAClient() {
    assertRefused(Refusal.NOT_OURS, token(TestAuthority.ISSUER, null, token.familyId()));
  }

  @Test
  void refusesATokenOfADeletedClient() {
    assertRefused(Refusal.CLIENT_DELETED, token(TestAuthority.ISSUER, "deleted", token.familyId()));
  }

  @Test
  void refusesATokenWithoutAFamily() {
    assertRefused(Refusal.REVOKED, token(TestAuthority.ISSUER, "web", null));
  }

  @Test
  void refusesATokenOfAnUnknownFamily() {
    assertRefused(Refusal.REVOKED, token(TestAuthority.ISSUER, "web", "no-uuid"));
    assertRefused(
        Refusal.REVOKED,
        token(TestAuthority.ISSUER, "web", "8d1c7f8e-6d0c-4c8c-9a56-0a3c6f5d2b11"));
  }

  @Test
  void refusesADeletedUser() {
    AUTHORITY.users.delete(alice);
    assertRefused(Refusal.USER_DELETED, token);
  }

  @Test
  void refusesSomebodyElseWhoWasGivenTheName() {
    AUTHORITY.users.replace(alice);
    assertRefused(Refusal.USER_REPLACED, token);
  }

  @Test
  void refusesADisabledUser() {
    AUTHORITY.users.disable(alice);
    assertRefused(Refusal.USER_DISABLED, token);
  }

  @Test
  void refusesARevokedFamily() {
    revoke();
    assertRefused(Refusal.REVOKED, token);
  }

  @Test
  void refusesAUserWhoWasSignedOutEverywhere() {
    AUTHORITY.signOut.everywhere(TestAuthority.subject(alice), TestAuthority.NOTE);
    assertRefused(Refusal.REVOKED, token);
  }

  /** Contract 3.5: "User is disabled." wins over "revoked". */
  @Test
  void saysThatAUserIsDisabledBeforeItSaysRevoked() {
    revoke();
    AUTHORITY.users.disable(alice);
    assertRefused(Refusal.USER_DISABLED, token);
  }

  @Test
  void refusesTheRestOfWhatADisabledUserHadAlsoByATokenThatIsRevoked() {
    var other = AUTHORITY.signIn(AUTHORITY.mobile, alice);
    revoke();
    AUTHORITY.users.disable(alice);
    assertRefused(Refusal.USER_DISABLED, token);
    AUTHORITY.users.enable(alice);
    assertThat(AUTHORITY.refuses(other)).isTrue();
  }

  @Test
  @DisplayName("3.6: after AdminEnableUser the old family stays refused")
  void refusesAllThatADisabledUserHadWhenTheyAreEnabledAgain() {
    var other = AUTHORITY.signIn(AUTHORITY.mobile, alice);
    AUTHORITY.users.disable(alice);
    assertRefused(Refusal.USER_DISABLED, token);

    AUTHORITY.users.enable(alice);

    assertRefused(Refusal.REVOKED, token);
    assertRefused(Refusal.REVOKED, AUTHORITY.verified(other));
    assertThat(AUTHORITY.refresh(tokens)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
    assertThat(AUTHORITY.refuses(tokens)).isTrue();
  }

  @Test
  void signsADisabledUserOutOnceHoweverOftenTheyCome() {
    AUTHORITY.users.disable(alice);
    assertRefused(Refusal.USER_DISABLED, token);
    assertRefused(Refusal.USER_DISABLED, token);
    assertThat(
            AUTHORITY.sessions.<SubjectState>inTransaction(
                transaction -> transaction.read(TestAuthority.subject(alice))))
        .extracting(SubjectState::signOutEpoch)
        .isEqualTo(1L);
  }

  private void revoke() {
    done(AUTHORITY.revoker.revoke(AUTHORITY.web, tokens.refreshToken().orElseThrow()));
  }

  private static void assertRefused(Refusal refusal, VerifiedToken token) {
    assertThat(AUTHORITY.liveSessions.of(token)).isEqualTo(new Outcome.Refused<>(refusal));
  }

  /** The token, but for what the test spoils. */
  private VerifiedToken token(String issuer, @Nullable String clientId, @Nullable String familyId) {
    return new VerifiedToken(
        TokenUse.ACCESS,
        issuer,
        token.subject(),
        clientId,
        token.audience(),
        token.username(),
        token.groups(),
        token.scopes(),
        new VerifiedToken.Ids(token.tokenId(), familyId, null),
        token.issuedAt(),
        token.expiresAt());
  }
}
