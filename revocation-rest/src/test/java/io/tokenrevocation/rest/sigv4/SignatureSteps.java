package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A signed request, and the small steps its refusals are tested in. */
abstract class SignatureSteps {

  static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  static SignatureVerifier verifier(Instant now) {
    var settings =
        TestSettings.with(
            Map.of(
                "revocation.access-keys",
                TestCall.KEY_ID,
                "revocation.access-key." + TestCall.KEY_ID + ".secret",
                TestCall.SECRET));
    return new SignatureVerifier(
        new AccessKeys(settings),
        Set.of("eu-west-1", "us-east-1"),
        new Addresses(URI.create("https://auth.example.com/x/cognito-idp")),
        () -> now);
  }

  static void accepted(TestCall call) {
    var key = verifier(TestCall.NOW).authenticate(call.request());
    assertThat(key.id()).isEqualTo(TestCall.KEY_ID);
  }

  static void refused(TestCall call, Kind kind, String message) {
    refused(verifier(TestCall.NOW), call, kind, message);
  }

  static void refused(SignatureVerifier verifier, TestCall call, Kind kind, String message) {
    var refusal =
        catchThrowableOfType(
            AccessRefusedException.class, () -> verifier.authenticate(call.request()));
    assertThat(refusal).isNotNull();
    assertThat(refusal.text()).isEqualTo(message);
    assertThat(refusal.kind()).isEqualTo(kind);
  }

  static void mismatch(TestCall call) {
    refused(call, Kind.BAD_SIGNATURE, MISMATCH);
  }
}
