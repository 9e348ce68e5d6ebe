package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.CLIENT;
import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.VerifiedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

  private static final Duration LEEWAY = Duration.ofSeconds(10);

  private static TokenVerifier verifierAt(Instant now) {
    return new TokenVerifier(TestKeys.source(), () -> now, LEEWAY);
  }

  private static VerifiedToken verify(TestJwts jwt) {
    return verifierAt(NOW).verify(jwt.compact());
  }

  private static VerifiedToken verifyId(TestJwts jwt) {
    return verifierAt(NOW).verify(jwt.compact(), EnumSet.of(TokenUse.ID));
  }

  private static void assertRefused(TestJwts jwt, Instant now, Reason reason) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifierAt(now).verify(jwt.compact()))
        .returns(reason, InvalidTokenException::reason)
        .withMessage(reason.description());
  }

  @Nested
  class Accepts {

    @Test
    void anAccessTokenAndSaysWhatItSays() {
      assertThat(verify(TestJwts.accessToken()))
          .returns(ISSUER, VerifiedToken::issuer)
          .returns("subject-of-alice", VerifiedToken::subject)
          .returns(CLIENT, VerifiedToken::clientId)
          .returns("alice", VerifiedToken::username)
          .returns("token", VerifiedToken::tokenId)
          .returns("family", VerifiedToken::familyId)
          .returns(NOW, VerifiedToken::issuedAt)
          .returns(NOW.plusSeconds(TestJwts.LIFETIME), VerifiedToken::expiresAt);
    }

    @Test
    void groupsAndScopes() {
      var token = verify(TestJwts.accessToken());
      assertThat(token.groups()).containsExactlyInAnyOrder("staff", "admins");
      assertThat(token.scopes())
          .containsExactlyInAnyOrder("aws.cognito.signin.user.admin", "openid");
    }

    @Test
    void aTokenWithoutOptionalClaims() {
      var token =
          verify(
              TestJwts.accessToken()
                  .without("client_id")
                  .without("cognito:groups")
                  .without("scope")
                  .without("jti")
                  .without("origin_jti")
                  .without("event_id"));
      assertThat(token.audience()).isEmpty();
      assertThat(token.groups()).isEmpty();
      assertThat(token.scopes()).isEmpty();
      assertThat(token.ids()).isEqualTo(new VerifiedToken.Ids(null, null, null));
    }

    @Test
    void theSubjectAsNameWhereThereIsNoUsername() {
      assertThat(verify(TestJwts.accessToken().without("username")).username())
          .isEqualTo("subject-of-alice");
    }

    @Test
    void theClientAndTheAudienceAsAudience() {
      assertThat(verify(TestJwts.accessToken().claim("aud", List.of("api", "app"))).audience())
          .containsExactlyInAnyOrder(CLIENT, "api", "app");
    }

    @Test
    @DisplayName("RFC 7519, 4.1.3: aud MAY be a single case-sensitive string")
    void anAudienceThatIsAString() {
      assertThat(verify(TestJwts.accessToken().claim("aud", "api")).audience())
          .containsExactlyInAnyOrder(CLIENT, "api");
    }

    @Test
    void nullsAmongTheGroups() {
      var jwt = TestJwts.accessToken().claim("cognito:groups", Arrays.asList("staff", null));
      assertThat(verify(jwt).groups()).containsExactly("staff");
    }
  }

  @Nested
  class Family {

    @Test
    void isTheOriginEvenIfThereIsAnEvent() {
      var jwt = TestJwts.accessToken().claim("origin_jti", "origin").claim("event_id", "event");
      assertThat(verify(jwt).familyId()).isEqualTo("origin");
    }

    @Test
    void isTheEventWhereThereIsNoOrigin() {
      var jwt = TestJwts.accessToken().without("origin_jti").claim("event_id", "event");
      assertThat(verify(jwt).familyId()).isEqualTo("event");
    }
  }

  @Nested
  class Type {

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "Access", "ID", ""})
    @DisplayName("RFC 8725, 3.12: use mutually exclusive validation rules for different JWTs")
    void refusesATokenThatIsNotAnAccessToken(String tokenUse) {
      assertRefused(TestJwts.accessToken().claim("token_use", tokenUse), NOW, Reason.TYPE);
    }

    @Test
    void refusesATokenThatDoesNotSay() {
      assertRefused(TestJwts.accessToken().without("token_use"), NOW, Reason.TYPE);
    }
  }

  @Nested
  class AnIdToken {

    @Test
    void saysWhatItSays() {
      assertThat(verifyId(TestJwts.idToken()))
          .returns(TokenUse.ID, VerifiedToken::use)
          .returns("alice", VerifiedToken::username)
          .returns(CLIENT, VerifiedToken::clientId)
          .returns(Set.of(CLIENT), VerifiedToken::audience)
          .returns(Set.of("staff", "admins"), VerifiedToken::groups)
          .returns("family", VerifiedToken::familyId);
    }

    @Test
    void hasNoClientWhereItHasSeveralAudiences() {
      var token = verifyId(TestJwts.idToken().claim("aud", List.of("one", "other")));
      assertThat(token.clientId()).isNull();
      assertThat(token.audience()).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void isRefusedWhereAnAccessTokenIsWanted() {
      assertRefused(TestJwts.idToken(), NOW, Reason.TYPE);
    }

    @Test
    void isWantedInsteadOfAnAccessToken() {
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> verifyId(TestJwts.accessToken()))
          .returns(Reason.TYPE, InvalidTokenException::reason);
    }

    @Test
    void isAcceptedBesideAccessTokens() {
      var verifier = verifierAt(NOW);
      var both = EnumSet.allOf(TokenUse.class);
      assertThat(verifier.verify(TestJwts.idToken().compact(), both).use()).isEqualTo(TokenUse.ID);
      assertThat(verifier.verify(TestJwts.accessToken().compact(), both).use())
          .isEqualTo(TokenUse.ACCESS);
    }
  }

  @Nested
  class Issuer {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", ISSUER + "/", "HTTPS://idp.example/pool", ""})
    @DisplayName("RFC 8725, 3.8: validate issuer and subject")
    void refusesAnIssuerThatIsNotTrusted(String issuer) {
      assertRefused(TestJwts.accessToken().claim("iss", issuer), NOW, Reason.ISSUER);
    }

    @Test
    void refusesATokenWithoutIssuer() {
      assertRefused(TestJwts.accessToken().without("iss"), NOW, Reason.ISSUER);
    }
  }

  @Nested
  class Lifetime {

    private final TestJwts jwt = TestJwts.accessToken();
    private final Instant expiresAt = NOW.plusSeconds(TestJwts.LIFETIME);

    @ParameterizedTest(name = "{0} s from exp plus leeway")
    @ValueSource(longs = {0, 1})
    @DisplayName("RFC 7519, 4.1.4: on or after exp the JWT MUST NOT be accepted")
    void refusesAnExpiredToken(long offset) {
      assertRefused(jwt, expiresAt.plus(LEEWAY).plusSeconds(offset), Reason.EXPIRED);
    }

    @Test
    @DisplayName("RFC 7519, 4.1.4: some small leeway")
    void acceptsAnExpiredTokenWithinTheLeeway() {
      var now = expiresAt.plus(LEEWAY).minusSeconds(1);
      assertThatCode(() -> verifierAt(now).verify(jwt.compact())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} is {1} s from now plus leeway")
    @CsvSource({"iat, -1", "iat, 0", "nbf, -1", "nbf, 0"})
    void acceptsATokenThatStartsWithinTheLeeway(String claim, long offset) {
      jwt.claim(claim, NOW.plus(LEEWAY).plusSeconds(offset).getEpochSecond());
      assertThatCode(() -> verify(jwt)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} is a second further than the leeway")
    @ValueSource(strings = {"iat", "nbf"})
    @DisplayName("RFC 7519, 4.1.5: before nbf the JWT MUST NOT be accepted")
    void refusesATokenThatStartsLater(String claim) {
      jwt.claim(claim, NOW.plus(LEEWAY).plusSeconds(1).getEpochSecond());
      assertRefused(jwt, NOW, Reason.NOT_YET_VALID);
    }

    @ParameterizedTest(name = "{0} s from the longest life")
    @ValueSource(longs = {-1, 0})
    void acceptsATokenThatLivesAsLongAsIsAccepted(long offset) {
      jwt.claim("exp", NOW.plus(TestKeys.LONGEST_LIFE).plusSeconds(offset).getEpochSecond());
      assertThatCode(() -> verify(jwt)).doesNotThrowAnyException();
    }

    @Test
    void refusesATokenThatCouldOutliveItsRevocation() {
      jwt.claim("exp", NOW.plus(TestKeys.LONGEST_LIFE).plusSeconds(1).getEpochSecond());
      assertRefused(jwt, NOW, Reason.LIFETIME);
    }

    @Test
    void refusesATokenThatLivesForEver() {
      assertRefused(jwt.claim("exp", 253_402_300_799L), NOW, Reason.LIFETIME);
    }

    @Test
    void knowsNoLeewayWhereNoneIsGiven() {
      var strict = new TokenVerifier(TestKeys.source(), () -> expiresAt, Duration.ZERO);
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> strict.verify(jwt.compact()))
          .returns(Reason.EXPIRED, InvalidTokenException::reason);
    }
  }
}
