package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are not like Cognito's, each read by its issuer's profile. */
class ForeignTokenTest {

  private static VerifiedToken verify(TokenProfile profile, TestJwts jwt) {
    return new TokenVerifier(TestKeys.source(profile), () -> NOW, Duration.ZERO)
        .verify(jwt.compact(), EnumSet.allOf(TokenUse.class));
  }

  private static void assertRefused(TokenProfile profile, TestJwts jwt, Reason reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verify(profile, jwt))
        .returns(reason, InvalidTokenException::reason);
  }

  @Nested
  class OfKeycloak {

    private final TestJwts jwt = TestJwts.ofKeycloak();

    private VerifiedToken verify() {
      return ForeignTokenTest.verify(TokenProfile.keycloak(), jwt);
    }

    @Test
    void saysWhatItSays() {
      assertThat(verify())
          .returns(TokenUse.ACCESS, VerifiedToken::use)
          .returns("subject-of-alice", VerifiedToken::subject)
          .returns("alice", VerifiedToken::username)
          .returns("web", VerifiedToken::clientId)
          .returns("token", VerifiedToken::tokenId)
          .returns("session", VerifiedToken::sessionId)
          .returns(null, VerifiedToken::familyId);
      assertThat(verify().audience()).containsExactlyInAnyOrder("orders", "account", "web");
      assertThat(verify().groups()).containsExactlyInAnyOrder("staff", "admins");
      assertThat(verify().scopes()).containsExactlyInAnyOrder("openid", "profile");
    }

    @Test
    void mayListGroupsBesideTheRolesOfTheRealm() {
      jwt.claim("groups", List.of("/editors"));
      assertThat(verify().groups()).containsExactlyInAnyOrder("staff", "admins", "/editors");
    }

    @Test
    void mayNameItsSessionAsOlderVersionsDid() {
      jwt.without("sid").claim("session_state", "older");
      assertThat(verify().sessionId()).isEqualTo("older");
    }

    @Test
    void mayHaveTheTypeOfRfc9068() {
      jwt.header("typ", "at+jwt");
      assertThat(verify().use()).isEqualTo(TokenUse.ACCESS);
    }

    @Test
    void isAnIdTokenIfItSaysSo() {
      jwt.claim("typ", "ID").claim("aud", "web");
      assertThat(verify())
          .returns(TokenUse.ID, VerifiedToken::use)
          .returns("web", VerifiedToken::clientId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refresh", "Offline", "Logout", "DPoP", "bearer", ""})
    void isRefusedIfItIsOfAnotherType(String type) {
      assertRefused(TokenProfile.keycloak(), jwt.claim("typ", type), Reason.TYPE);
    }

    @Test
    void isRefusedIfItDoesNotSayItsType() {
      assertRefused(TokenProfile.keycloak(), jwt.without("typ"), Reason.TYPE);
    }
  }

  @Nested
  @DisplayName("RFC 9068, 2.2 and 4: an access token")
  class OfOAuth {

    private final TestJwts jwt = TestJwts.ofOAuth();

    private VerifiedToken verify() {
      return ForeignTokenTest.verify(TokenProfile.oauth(), jwt);
    }

    @Test
    void saysWhatItSays() {
      assertThat(verify())
          .returns(TokenUse.ACCESS, VerifiedToken::use)
          .returns("subject-of-alice", VerifiedToken::username)
          .returns("s6BhdRkqt3", VerifiedToken::clientId)
          .returns("token", VerifiedToken::tokenId);
      assertThat(verify().audience()).containsExactly("https://api.example");
      assertThat(verify().groups()).containsExactlyInAnyOrder("staff", "admins");
      assertThat(verify().scopes()).containsExactlyInAnyOrder("read", "write");
    }

    @Test
    @DisplayName("RFC 9068, 4: the resource server MUST reject tokens carrying any other typ")
    void isRefusedIfItIsOfAnotherType() {
      assertRefused(TokenProfile.oauth(), jwt.header("typ", "JWT"), Reason.TYPE);
      assertRefused(TokenProfile.oauth(), jwt.withoutHeader("typ"), Reason.TYPE);
    }

    @Test
    @DisplayName("RFC 7519, 4.1.3: aud is one string or several, never words")
    void keepsAnAudienceInOnePiece() {
      jwt.claim("aud", "two words");
      assertThat(verify().audience()).containsExactly("two words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iat", "exp"})
    void isRefusedWithoutAClaimThatEveryTokenHas(String claim) {
      assertRefused(TokenProfile.oauth(), jwt.without(claim), Reason.MALFORMED);
    }
  }

  @Nested
  class SpeltOut {

    private final TestJwts jwt = TestJwts.ofOAuth().header("typ", "JWT");
    private final TokenProfile profile =
        new TokenProfile(
            Set.of("RS256"),
            new TokenTypes(Set.of("JWT", "none"), List.of(), List.of()),
            new ClaimNames(
                List.of("aud", "for.api"),
                List.of("cid"),
                List.of("login.family", "fid"),
                List.of("login.session"),
                List.of("upn", "email"),
                List.of("https://issuer.example/groups", "access.roles"),
                List.of("scp")));

    private VerifiedToken verify() {
      return ForeignTokenTest.verify(profile, jwt);
    }

    @Test
    void findsClaimsWhereTheProfileSays() {
      jwt.claim("for", Map.of("api", List.of("orders")))
          .claim("cid", "web")
          .claim("login", Map.of("family", "f1", "session", "s1"))
          .claim("upn", "alice@example.com")
          .claim("https://issuer.example/groups", List.of("staff"))
          .claim("access", Map.of("roles", "admins editors"))
          .claim("scp", List.of("read", "write"));

      var token = verify();

      assertThat(token.audience()).containsExactlyInAnyOrder("https://api.example", "orders");
      assertThat(token.clientId()).isEqualTo("web");
      assertThat(token.ids()).isEqualTo(new VerifiedToken.Ids("token", "f1", "s1"));
      assertThat(token.username()).isEqualTo("alice@example.com");
      assertThat(token.groups()).containsExactlyInAnyOrder("staff", "admins", "editors");
      assertThat(token.scopes()).containsExactlyInAnyOrder("read", "write");
    }

    @Test
    void findsNothingWhereItHasNone() {
      assertThat(verify())
          .returns(null, VerifiedToken::clientId)
          .returns(new VerifiedToken.Ids("token", null, null), VerifiedToken::ids)
          .returns("subject-of-alice", VerifiedToken::username)
          .returns(Set.of(), VerifiedToken::groups)
          .returns(Set.of(), VerifiedToken::scopes);
    }

    @Test
    void takesTheFirstClaimThatIsNotBlank() {
      jwt.claim("upn", " ").claim("email", "alice@example.com").claim("fid", "f2");
      assertThat(verify().username()).isEqualTo("alice@example.com");
      assertThat(verify().familyId()).isEqualTo("f2");
    }

    @ParameterizedTest
    @CsvSource({"'staff', 1", "'staff admins', 2", "' staff   admins ', 2", "'', 0", "' ', 0"})
    void readsWordsWhereAnArrayMayStand(String text, int groups) {
      jwt.claim("access", Map.of("roles", text));
      assertThat(verify().groups()).hasSize(groups).allMatch(group -> !group.isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cid", "fid", "email", "scp"})
    void refusesAClaimOfAnotherType(String claim) {
      assertRefused(profile, jwt.claim(claim, 5), Reason.MALFORMED);
      assertRefused(profile, jwt.claim(claim, List.of(List.of("x"))), Reason.MALFORMED);
    }
  }
}
