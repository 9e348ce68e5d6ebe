package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TokenUse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 8725, 3.12: use mutually exclusive validation rules for different JWTs")
class TokenTypesTest {

  private static final Map<String, Object> ACCESS = Map.of("use", "access");
  private static final Map<String, Object> ID = Map.of("use", "id");

  private static TokenTypes ofHeader(String... types) {
    return new TokenTypes(Set.of(types), List.of(), List.of());
  }

  @Nested
  class TheTypeInTheHeader {

    @ParameterizedTest
    @CsvSource({
      "at+jwt, at+jwt",
      "at+jwt, AT+JWT",
      "at+jwt, application/at+jwt",
      "at+jwt, Application/At+Jwt",
      "application/at+jwt, at+jwt",
      "JWT, jwt",
      "example/one, Example/One",
      "any, at+jwt",
      "any, whatever"
    })
    @DisplayName("RFC 7515, 4.1.9: application/ is left out or not; RFC 2045, 5.1: in any case")
    void isAMediaType(String accepted, String type) {
      assertThat(ofHeader(accepted).use(type, Map.of())).contains(TokenUse.ACCESS);
    }

    @ParameterizedTest
    @CsvSource({
      "at+jwt, JWT",
      "at+jwt, jwt+at",
      "at+jwt, text/at+jwt",
      "at+jwt, application/application/at+jwt",
      "JWT, logout+jwt",
      "one, application/example/one",
      "none, JWT"
    })
    void isRefusedIfItIsAnother(String accepted, String type) {
      assertThat(ofHeader(accepted).use(type, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none, true", "any, true", "JWT, false", "at+jwt, false"})
    void mayBeMissingWhereThatIsAccepted(String accepted, boolean expected) {
      assertThat(ofHeader(accepted).use(null, Map.of()).isPresent()).isEqualTo(expected);
    }

    @Test
    void isOneOfSeveral() {
      var types = ofHeader("JWT", "none");
      assertThat(types.use(null, Map.of())).isPresent();
      assertThat(types.use("JWT", Map.of())).isPresent();
      assertThat(types.use("at+jwt", Map.of())).isEmpty();
    }
  }

  @Nested
  class AClaim {

    private final TokenTypes types =
        new TokenTypes(
            Set.of("any"),
            List.of(new ClaimValue("use", "access"), new ClaimValue("use", "api")),
            List.of(new ClaimValue("use", "id")));

    @Test
    void tellsAnAccessTokenFromAnIdToken() {
      assertThat(types.use("JWT", ACCESS)).contains(TokenUse.ACCESS);
      assertThat(types.use("JWT", Map.of("use", "api"))).contains(TokenUse.ACCESS);
      assertThat(types.use("JWT", ID)).contains(TokenUse.ID);
    }

    @Test
    void tellsNothingElse() {
      assertThat(types.use("JWT", Map.of())).isEmpty();
      assertThat(types.use("JWT", Map.of("use", "Access"))).isEmpty();
      assertThat(types.use("JWT", Map.of("use", List.of("access")))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"JWT", "application/jwt"})
    void ofAnIdTokenComesWithTheTypeOfOne(@Nullable String type) {
      assertThat(types.use(type, ID)).contains(TokenUse.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "at+jwt", "secevent+jwt"})
    void ofAnIdTokenDoesNotComeWithAnother(String type) {
      assertThat(types.use(type, ID)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"any, true", "JWT, true", "none, true", "at+jwt, false"})
  void areNotToldByATypeThatIdTokensHave(String type, boolean expected) {
    assertThat(ofHeader(type).takeAllForAccessTokens()).isEqualTo(expected);
  }

  @Test
  void areToldByAClaimOfEither() {
    var claim = List.of(new ClaimValue("use", "x"));
    assertThat(new TokenTypes(Set.of("any"), claim, List.of()).takeAllForAccessTokens()).isFalse();
    assertThat(new TokenTypes(Set.of("any"), List.of(), claim).takeAllForAccessTokens()).isFalse();
  }

  @Test
  void anIdTokenIsNoAccessTokenWhereOnlyTheIdTokenCanBeTold() {
    var types = new TokenTypes(Set.of("any"), List.of(), List.of(new ClaimValue("use", "id")));
    assertThat(types.use(null, ID)).contains(TokenUse.ID);
    assertThat(types.use(null, ACCESS)).contains(TokenUse.ACCESS);
  }
}
