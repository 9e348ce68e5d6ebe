package io.tokenrevocation.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.filter.TestContexts;
import io.tokenrevocation.settings.InvalidSettingException;
import io.tokenrevocation.settings.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerSettingsTest {

  private static final String URI_OF_ONE = "https://idp.example/one";
  private static final String KEYS = "https://idp.example/keys";

  /** One issuer, named "one"; each pair of texts is another of its settings. */
  private static ConfiguredIssuer one(String... keysAndValues) {
    var all = new ArrayList<>(List.of("revocation.issuers", "one"));
    all.addAll(List.of("revocation.issuer.one.uri", URI_OF_ONE));
    for (var i = 0; i < keysAndValues.length; i += 2) {
      all.addAll(List.of("revocation.issuer.one." + keysAndValues[i], keysAndValues[i + 1]));
    }
    return issuers(all.toArray(String[]::new)).get(0);
  }

  private static List<ConfiguredIssuer> issuers(String... keysAndValues) {
    return ConfiguredIssuer.all(TestContexts.settings(keysAndValues));
  }

  private static String refusalOf(String... keysAndValues) {
    return String.valueOf(
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> one(keysAndValues))
            .actual()
            .getMessage());
  }

  @Test
  void nameNobodyByDefault() {
    assertThat(issuers()).isEmpty();
  }

  @Nested
  class AProfile {

    @Test
    void isThatOfOAuthUnlessItIsNamed() {
      var issuer = one("jwks", KEYS);
      assertThat(issuer)
          .returns("one", ConfiguredIssuer::name)
          .returns(URI_OF_ONE, ConfiguredIssuer::uri)
          .returns(URI.create(KEYS), ConfiguredIssuer::keys)
          .returns(TokenProfile.oauth(), ConfiguredIssuer::profile)
          .returns(List.of(), ConfiguredIssuer::audiences)
          .returns(Duration.ofHours(24), ConfiguredIssuer::longestTokenLife);
    }

    @ParameterizedTest
    @CsvSource({
      "cognito, https://idp.example/one/.well-known/jwks.json",
      "keycloak, https://idp.example/one/protocol/openid-connect/certs"
    })
    void knowsWhereTheKeysAre(String profile, String address) {
      var issuer = one("profile", profile);
      assertThat(issuer.keys()).hasToString(address);
      assertThat(issuer.profile()).isEqualTo(IssuerProfile.parse(profile).tokens());
    }

    @Test
    void mayHaveItsKeysElsewhere() {
      assertThat(one("profile", "keycloak", "jwks", KEYS).keys()).hasToString(KEYS);
    }

    @Test
    void givesWayToWhatIsSet() {
      var profile = one("profile", "keycloak", "groups-claims", "groups").profile();
      assertThat(profile.claims().groups()).containsExactly("groups");
      assertThat(profile.claims().username()).containsExactly("preferred_username");
      assertThat(profile.types()).isEqualTo(TokenProfile.keycloak().types());
    }
  }

  @Test
  void spellOutAProfile() {
    var issuer =
        one(
            "jwks", KEYS,
            "algorithms", "ES256, PS512",
            "typ", "JWT, none",
            "access-token", "use=access, use=api",
            "id-token", "none",
            "audiences", "orders, web",
            "audience-claims", "aud, for",
            "client-claims", "cid",
            "family-claims", "fid, gid",
            "session-claims", "none",
            "username-claims", "upn",
            "groups-claims", "access.roles",
            "scope-claims", "scp",
            "longest-token-life", "P2D");

    assertThat(issuer.profile())
        .isEqualTo(
            new TokenProfile(
                Set.of("ES256", "PS512"),
                new TokenTypes(
                    Set.of("jwt", "none"),
                    List.of(new ClaimValue("use", "access"), new ClaimValue("use", "api")),
                    List.of()),
                new ClaimNames(
                    List.of("aud", "for"),
                    List.of("cid"),
                    List.of("fid", "gid"),
                    List.of(),
                    List.of("upn"),
                    List.of("access.roles"),
                    List.of("scp"))));
    assertThat(issuer.audiences()).containsExactly("orders", "web");
    assertThat(issuer.longestTokenLife()).isEqualTo(Duration.ofDays(2));
  }

  @Nested
  class AreRefused {

    @Test
    void withoutTheIssuer() {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(() -> issuers("revocation.issuers", "one"))
          .withMessageStartingWith("revocation.issuer.one.uri is not set, but must be");
    }

    @Test
    void withoutKeysWhereTheProfileDoesNotKnowThem() {
      assertThat(refusalOf("profile", "oauth"))
          .isEqualTo(
              "revocation.issuer.one.jwks is not set, and does not follow from the profile oauth and"
                  + " the issuer https://idp.example/one: it must be an https URL, or an http URL"
                  + " on the loopback address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://idp.example/one", "idp.example", "urn:example:issuer"})
    void whereTheKeysWouldBeFetchedFromAnywhere(String issuer) {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(
              () ->
                  issuers(
                      "revocation.issuers", "one",
                      "revocation.issuer.one.uri", issuer,
                      "revocation.issuer.one.profile", "cognito"))
          .withMessageStartingWith("revocation.issuer.one.jwks is not set, and does not follow");
    }

    @Test
    void withTheSameIssuerTwice() {
      assertThatExceptionOfType(InvalidSettingException.class)
          .isThrownBy(
              () ->
                  issuers(
                      "revocation.issuers", "one, two",
                      "revocation.issuer.one.uri", URI_OF_ONE,
                      "revocation.issuer.one.jwks", KEYS,
                      "revocation.issuer.two.uri", URI_OF_ONE,
                      "revocation.issuer.two.jwks", KEYS))
          .withMessage(
              "revocation.issuer.two.uri is https://idp.example/one, but so is that of another of"
                  + " revocation.issuers");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
      "uri, two words",
      "uri, ''",
      "profile, okta",
      "profile, Cognito",
      "jwks, http://idp.example/keys",
      "jwks, keys",
      "algorithms, none",
      "algorithms, HS256",
      "algorithms, 'RS256, HS256'",
      "algorithms, EdDSA",
      "algorithms, rs256",
      "algorithms, ''",
      "typ, ''",
      "typ, 'JWT,'",
      "access-token, token_use",
      "access-token, token_use=",
      "id-token, =id",
      "id-token, ''",
      "audiences, ''",
      "client-claims, ''",
      "groups-claims, 'groups,'",
      "longest-token-life, PT4M59S",
      "longest-token-life, P31DT1S"
    })
    void outsideTheRange(String key, String value) {
      assertThat(refusalOf("jwks", KEYS, key, value))
          .startsWith(
              "revocation.issuer.one.%s in the context parameters of web.xml is \"%s\", but must be "
                  .formatted(key, value));
    }

    @Test
    void ofANameThatIsNotListed() {
      assertThat(refusalOf("jwks", KEYS, "groups-claim", "groups"))
          .startsWith("revocation.issuer.one.groups-claim in the context parameters");
    }
  }

  @Test
  void listEachKeyOnceInTheSpellingOfKeys() {
    assertThat(new IssuerSettings().named())
        .singleElement()
        .satisfies(
            named ->
                assertThat(named.each())
                    .extracting(Setting::key)
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key.matches("revocation\\.issuer\\.\\*\\.[a-z]+(-[a-z]+)*")));
  }
}
