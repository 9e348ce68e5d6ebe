package io.tokenrevocation.token;

import java.util.Arrays;
import java.util.Locale;

/** The profiles an administrator may name, each with where such an issuer publishes its keys. */
enum IssuerProfile {
  COGNITO("/.well-known/jwks.json"),
  KEYCLOAK("/protocol/openid-connect/certs"),
  OAUTH("");

  private final String keys;

  IssuerProfile(String keys) {
    this.keys = keys;
  }

  static IssuerProfile parse(String text) {
    return Arrays.stream(values())
        .filter(profile -> profile.text().equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  TokenProfile tokens() {
    return switch (this) {
      case COGNITO -> TokenProfile.cognito();
      case KEYCLOAK -> TokenProfile.keycloak();
      case OAUTH -> TokenProfile.oauth();
    };
  }

  /** What follows the issuer in the address of its keys, or nothing if that is not known. */
  String keys() {
    return keys;
  }
}
