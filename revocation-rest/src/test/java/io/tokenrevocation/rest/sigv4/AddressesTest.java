package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.rest.sigv4.Addresses.Address;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  private static final Address OWN = new Address("inside:8080", "/app/cognito-idp/");

  private static RawRequest request(Map<String, List<String>> headers) {
    return new RawRequest("POST", "/app", "/app/cognito-idp/", "", headers, "");
  }

  private static List<Address> addresses(String endpoint) {
    return new Addresses(URI.create(endpoint)).of(request(Map.of("host", List.of("inside:8080"))));
  }

  @ParameterizedTest
  @CsvSource({
    "https://auth.example.com/cognito-idp, auth.example.com, /cognito-idp/",
    "https://auth.example.com:443/cognito-idp, auth.example.com, /cognito-idp/",
    "https://auth.example.com:80/cognito-idp, auth.example.com:80, /cognito-idp/",
    "http://auth.example.com:80/cognito-idp, auth.example.com, /cognito-idp/",
    "http://auth.example.com:8080/cognito-idp, auth.example.com:8080, /cognito-idp/",
    "https://auth.example.com/a%20b/cognito-idp, auth.example.com, /a%20b/cognito-idp/",
  })
  void areTheRequestsOwnAndTheOneBelowThePublicRoot(String endpoint, String host, String path) {
    assertThat(addresses(endpoint)).containsExactly(OWN, new Address(host, path));
  }

  @Test
  void areThePublicOneOnlyWhenARequestNamesNoHost() {
    assertThat(
            new Addresses(URI.create("https://auth.example.com/cognito-idp")).of(request(Map.of())))
        .containsExactly(new Address("auth.example.com", "/cognito-idp/"));
  }

  @Test
  @DisplayName("X-Forwarded-* and Forwarded are anybody's words")
  void areNotWhatAProxyIsSaidToHaveSeen() {
    var headers =
        Map.of(
            "host", List.of("inside:8080"),
            "forwarded", List.of("host=evil.example"),
            "x-forwarded-host", List.of("evil.example"));
    assertThat(
            new Addresses(URI.create("https://auth.example.com/cognito-idp")).of(request(headers)))
        .extracting(Address::host)
        .containsExactly("inside:8080", "auth.example.com");
  }
}
