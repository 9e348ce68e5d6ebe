package io.tokenrevocation.token;

import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.filter.TestContexts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuersTest {

  private static final String OTHER = "https://other.example";

  private final TrustedIssuers issuers =
      new TrustedIssuers(
          List.of(TestKeys.source()),
          ConfiguredIssuer.all(
              TestContexts.settings(
                  "revocation.issuers", "other, same",
                  "revocation.issuer.other.uri", OTHER,
                  "revocation.issuer.other.profile", "keycloak",
                  "revocation.issuer.other.longest-token-life", "P2D",
                  "revocation.issuer.same.uri", ISSUER,
                  "revocation.issuer.same.profile", "keycloak")),
          () -> NOW);

  @AfterEach
  void close() {
    issuers.close();
  }

  @Test
  void areThoseOfTheApplicationAndThoseThatAreConfigured() {
    assertThat(issuers.find(ISSUER)).isPresent();
    assertThat(issuers.find(OTHER))
        .hasValueSatisfying(
            issuer ->
                assertThat(issuer)
                    .returns(OTHER, TrustedIssuer::uri)
                    .returns(TokenProfile.keycloak(), TrustedIssuer::profile)
                    .returns(Duration.ofDays(2), TrustedIssuer::longestTokenLife));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "https://evil.example", OTHER + "/", "https://OTHER.example", "other"})
  void areNobodyElse(String uri) {
    assertThat(issuers.find(uri)).isEmpty();
  }

  @Test
  void areThoseOfTheApplicationFirst() {
    assertThat(issuers.find(ISSUER).map(TrustedIssuer::profile)).contains(TokenProfile.cognito());
  }
}
