package io.tokenrevocation.mint;

import static io.tokenrevocation.mint.TestKeys.ISSUER;
import static io.tokenrevocation.mint.TestKeys.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.tokenrevocation.InvalidTokenException;
import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TokenUse;
import io.tokenrevocation.mint.TokenMinter.TokenSession;
import io.tokenrevocation.mint.TokenMinter.TokenSubject;
import io.tokenrevocation.token.TokenVerifier;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMinterTest {

  private static final Instant SIGNED_IN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant ISSUED = SIGNED_IN.plusSeconds(600);
  private static final Instant EXPIRES = ISSUED.plusSeconds(3600);
  private static final String FAMILY = "8d1c7f8e-6d0c-4c8c-9a56-0a3c6f5d2b11";
  private static final String SCOPE = "aws.cognito.signin.user.admin";
  private static final TokenSubject ALICE =
      new TokenSubject("alice-sub", "alice", List.of(), Map.of());
  private static final TokenSubject GROUPED =
      new TokenSubject(
          "alice-sub", "alice", List.of("staff", "admin"), Map.of("email", "alice@example.org"));

  private final SigningKeys keys = TestKeys.loaded();
  private final TokenMinter minter = new TokenMinter(keys);
  private final TokenVerifier verifier =
      new TokenVerifier(keys, () -> ISSUED.plusSeconds(1), Duration.ZERO);

  @Nested
  @DisplayName("5.2: access token claims in observed order")
  class AccessToken {

    @Test
    void hasCognitosClaimsInCognitosOrder() {
      assertThat(payload(access(ALICE, true)))
          .matches(
              exactly(
                  "{\"sub\":\"alice-sub\",\"iss\":\"ISSUER\",\"client_id\":\"web\","
                      + "\"origin_jti\":\"FAMILY\",\"event_id\":\"FAMILY\","
                      + "\"token_use\":\"access\",\"scope\":\"SCOPE\",\"auth_time\":1772366400,"
                      + "\"exp\":1772370600,\"iat\":1772367000,\"jti\":\"UUID\","
                      + "\"username\":\"alice\"}"));
    }

    @Test
    @DisplayName("revocation off: the same without origin_jti, in another order")
    void hasAnotherOrderAndNoFamilyOfItsOwnWithoutTokenRevocation() {
      assertThat(payload(access(ALICE, false)))
          .matches(
              exactly(
                  "{\"sub\":\"alice-sub\",\"event_id\":\"FAMILY\",\"token_use\":\"access\","
                      + "\"scope\":\"SCOPE\",\"auth_time\":1772366400,\"iss\":\"ISSUER\","
                      + "\"exp\":1772370600,\"iat\":1772367000,\"jti\":\"UUID\","
                      + "\"client_id\":\"web\",\"username\":\"alice\"}"));
    }

    @Test
    void namesTheGroupsOfAUserWhoHasSome() {
      assertThat(claims(access(GROUPED, true)))
          .containsEntry("cognito:groups", List.of("staff", "admin"))
          .doesNotContainKey("email");
    }

    @Test
    void hasAnIdOfItsOwnEachTime() {
      assertThat(claims(access(ALICE, true)).get("jti"))
          .isNotEqualTo(claims(access(ALICE, true)).get("jti"));
    }

    @Test
    void isAcceptedByTheFiltersVerifier() {
      var verified = verifier.verify(access(GROUPED, true));
      assertThat(verified.subject()).isEqualTo("alice-sub");
      assertThat(verified.clientId()).isEqualTo("web");
      assertThat(verified.familyId()).isEqualTo(FAMILY);
      assertThat(verified.username()).isEqualTo("alice");
      assertThat(verified.groups()).containsExactlyInAnyOrder("staff", "admin");
      assertThat(verified.scopes()).containsExactly(SCOPE);
      assertThat(verified.issuedAt()).isEqualTo(ISSUED);
      assertThat(verified.expiresAt()).isEqualTo(EXPIRES);
    }

    @Test
    void isOfItsFamilyAlsoWithoutTokenRevocation() {
      assertThat(verifier.verify(access(ALICE, false)).familyId()).isEqualTo(FAMILY);
    }
  }

  @Nested
  @DisplayName("5.3: ID token claims in observed order")
  class IdToken {

    @ParameterizedTest
    @ValueSource(strings = {"jti", "origin_jti", "cognito:groups", "cognito:roles", "nbf"})
    void takesNoAttributeForAClaimOfOurs(String name) {
      var alice = new TokenSubject("alice-sub", "alice", List.of(), Map.of(name, "theirs"));
      assertThat(payload(id(alice, false))).doesNotContain("theirs");
    }

    @Test
    void hasTheUsersAttributesInTheirOrderAndWhatWasVerifiedAsATruthValue() {
      var attributes = new LinkedHashMap<String, String>();
      attributes.put("email_verified", "true");
      attributes.put("phone_number_verified", "false");
      attributes.put("custom:floor", "3");
      attributes.put("email", "alice@example.org");
      var alice = new TokenSubject("alice-sub", "alice", List.of(), attributes);
      assertThat(payload(id(alice, true)))
          .contains(
              "\"email_verified\":true,\"phone_number_verified\":false,"
                  + "\"custom:floor\":\"3\",\"email\":\"alice@example.org\"");
    }

    @Test
    void hasCognitosClaimsInCognitosOrder() {
      assertThat(payload(id(GROUPED, true)))
          .matches(
              exactly(
                  "{\"origin_jti\":\"FAMILY\",\"sub\":\"alice-sub\","
                      + "\"cognito:groups\":[\"staff\",\"admin\"],"
                      + "\"email\":\"alice@example.org\",\"aud\":\"web\","
                      + "\"event_id\":\"FAMILY\",\"token_use\":\"id\",\"auth_time\":1772366400,"
                      + "\"iss\":\"ISSUER\",\"cognito:username\":\"alice\","
                      + "\"exp\":1772370600,\"iat\":1772367000,\"jti\":\"UUID\"}"));
    }

    @Test
    void hasNeitherIdNorFamilyOfItsOwnWithoutTokenRevocation() {
      assertThat(payload(id(ALICE, false)))
          .isEqualTo(
              filled(
                  "{\"sub\":\"alice-sub\",\"aud\":\"web\",\"event_id\":\"FAMILY\","
                      + "\"token_use\":\"id\",\"auth_time\":1772366400,\"iss\":\"ISSUER\","
                      + "\"cognito:username\":\"alice\",\"exp\":1772370600,"
                      + "\"iat\":1772367000}"));
    }

    @Test
    @DisplayName("4.1: revocation off, refreshed within the same second: byte-identical")
    void isTheSameByteForByteInTheSameSecondWithoutTokenRevocation() {
      assertThat(id(GROUPED, false)).isEqualTo(id(GROUPED, false));
    }

    @Test
    void hasAnotherIdThanTheAccessToken() {
      assertThat(claims(id(ALICE, true)).get("jti"))
          .isNotEqualTo(claims(access(ALICE, true)).get("jti"));
    }

    @Test
    void isAcceptedByTheFiltersVerifierWhereIdTokensAre() {
      var verified = verifier.verify(id(GROUPED, true), EnumSet.of(TokenUse.ID));
      assertThat(verified.use()).isEqualTo(TokenUse.ID);
      assertThat(verified.clientId()).isEqualTo("web");
      assertThat(verified.familyId()).isEqualTo(FAMILY);
      assertThat(verified.username()).isEqualTo("alice");
      assertThat(verified.audience()).containsExactly("web");
    }

    @Test
    void isRefusedByTheFiltersVerifierForItsType() {
      assertThatThrownBy(() -> verifier.verify(id(ALICE, true)))
          .isInstanceOfSatisfying(
              InvalidTokenException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TYPE));
    }
  }

  @Nested
  @DisplayName("5.1: header {\"kid\":\"...\",\"alg\":\"RS256\"} only, kid first")
  class Header {

    @Test
    void ofAnAccessTokenNamesTheAccessKey() {
      assertThat(part(access(ALICE, true), 0)).isEqualTo(header(SealedKey.Use.ACCESS));
    }

    @Test
    void ofAnIdTokenNamesTheIdKey() {
      assertThat(part(id(ALICE, true), 0)).isEqualTo(header(SealedKey.Use.ID));
    }

    private String header(SealedKey.Use use) {
      return "{\"kid\":\"" + keys.signing(POOL, use, ISSUED).keyId() + "\",\"alg\":\"RS256\"}";
    }
  }

  private String access(TokenSubject subject, boolean revocable) {
    return minter.accessToken(subject, session(revocable), ISSUED, EXPIRES);
  }

  private String id(TokenSubject subject, boolean revocable) {
    return minter.idToken(subject, session(revocable), ISSUED, EXPIRES);
  }

  private static TokenSession session(boolean revocable) {
    return new TokenSession(POOL, ISSUER, "web", FAMILY, revocable, SCOPE, SIGNED_IN);
  }

  private static String payload(String token) {
    return part(token, 1);
  }

  private static String part(String token, int index) {
    return new Base64URL(token.split("\\.", -1)[index]).decodeToString();
  }

  private static Map<String, Object> claims(String token) {
    try {
      return JSONObjectUtils.parse(part(token, 1));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything literal but the random id of the token, a version 4 UUID. */
  private static String exactly(String json) {
    var quoted = Pattern.quote(filled(json));
    return quoted.replace(
        "UUID", "\\E[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\Q");
  }

  private static String filled(String json) {
    return json.replace("ISSUER", ISSUER).replace("FAMILY", FAMILY).replace("SCOPE", SCOPE);
  }
}
