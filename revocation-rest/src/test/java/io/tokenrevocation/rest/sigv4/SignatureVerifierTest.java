package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.TestSettings;
import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("7.5: SigV4 for the administrative operations")
class SignatureVerifierTest extends SignatureSteps {

  @Nested
  class AGoodSignature {

    @Test
    void isAccepted() {
      accepted(TestCall.signed());
    }

    @Test
    void isAcceptedAgain() {
      var call = TestCall.signed().request();
      var verifier = verifier(TestCall.NOW);
      assertThat(verifier.authenticate(call).id()).isEqualTo(verifier.authenticate(call).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cognito-idp/", "/sample/cognito-idp", "/a%20b//./c"})
    void isAcceptedAtAnyPath(String path) {
      accepted(TestCall.unsigned().withPath(path).sign());
    }

    @Test
    void isAcceptedWithAQuery() {
      accepted(TestCall.unsigned().withQuery("b=1&a=%20").sign());
    }

    @Test
    void isAcceptedWithoutATarget() {
      accepted(TestCall.unsigned().without("x-amz-target").sign());
    }

    @Test
    void isAcceptedWithHeadersThatAreNotSigned() {
      accepted(TestCall.signed().with("user-agent", "test").with("x-amz-cf-id", "a", "b"));
    }

    @Test
    void isAcceptedForTheAddressThatClientsKnow() {
      accepted(TestCall.unsigned().signAt("auth.example.com", "/x/cognito-idp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sun, 22 Nov 2026 01:05:00 GMT", "20261122T010500Z"})
    void isAcceptedWithTheDateOfHttp(String date) {
      accepted(TestCall.unsigned().without("x-amz-date").with("date", date).sign());
    }

    @Test
    void isAcceptedWithTheHashOfTheBody() {
      var hash = TestCall.unsigned().request().bodyHash();
      accepted(TestCall.unsigned().with("x-amz-content-sha256", hash).sign());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ",   "})
    void isAcceptedWhateverTheSpacesBetweenItsParameters(String separator) {
      accepted(TestCall.signed().replace(", ", separator));
    }
  }

  @Nested
  class NoSignature {

    private static final String MISSING = "Missing Authentication Token";

    @Test
    void isSaidToBeMissing() {
      refused(TestCall.unsigned(), Kind.NO_SIGNATURE, MISSING);
    }

    @Test
    void isWhatStandsInTheQuery() {
      var call =
          TestCall.unsigned().withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=0");
      refused(call, Kind.NO_SIGNATURE, MISSING);
    }
  }

  @Nested
  class TooLittleSigned {

    @ParameterizedTest
    @CsvSource({
      "host, Host' or ':authority",
      "x-amz-date, X-Amz-Date",
      "x-amz-target, X-Amz-Target"
    })
    void isRefusedForWhatMatters(String name, String shown) {
      var value = TestCall.unsigned().request().header(name).get(0);
      var call =
          name.equals("x-amz-date")
              ? TestCall.unsigned().without(name).with("date", value).sign().with(name, value)
              : TestCall.unsigned().without(name).sign().with(name, value);
      refused(
          call,
          Kind.BAD_SIGNATURE,
          "'" + shown + "' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void isRefusedForTheDateOfHttp() {
      var call =
          TestCall.signed()
              .without("x-amz-date")
              .with("date", "20261122T010500Z")
              .replace(";x-amz-date", "");
      refused(
          call, Kind.BAD_SIGNATURE, "'Date' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }

  @Nested
  class SomethingElseThanWasSigned {

    @Test
    void isAnotherBody() {
      mismatch(TestCall.signed().withBody("{\"Username\":\"bob\"}"));
    }

    @Test
    void isAnotherTarget() {
      mismatch(TestCall.signed().with("x-amz-target", "Other"));
    }

    @Test
    void isAnotherHost() {
      mismatch(TestCall.signed().with("host", "localhost:8081"));
    }

    @Test
    void isAnotherPath() {
      mismatch(TestCall.signed().withPath("/other"));
    }

    @Test
    void isAnotherQuery() {
      mismatch(TestCall.signed().withQuery("a=b"));
    }

    @Test
    void isAnotherMethod() {
      mismatch(TestCall.signed().withMethod("PUT"));
    }

    @Test
    void isAnotherTimeInsideTheWindow() {
      mismatch(TestCall.signed().with("x-amz-date", "20261122T010501Z"));
    }

    @Test
    void isThePathOfOneAddressAtTheHostOfAnother() {
      mismatch(TestCall.unsigned().signAt("auth.example.com", "/other"));
      mismatch(TestCall.unsigned().signAt("other.example.com", "/x/cognito-idp"));
    }

    @Test
    void isAnyBitOfTheBody() {
      var random = new Random(20261122);
      for (var i = 0; i < 300; i++) {
        var call = TestCall.signed();
        var body = new StringBuilder(call.body());
        var at = random.nextInt(body.length());
        body.setCharAt(at, (char) (body.charAt(at) ^ (1 << random.nextInt(7))));
        mismatch(call.withBody(body.toString()));
      }
    }

    @Test
    void isAnyCharacterOfTheSignature() {
      var header = TestCall.signed().request().header("authorization").get(0);
      var start = header.indexOf("Signature=") + "Signature=".length();
      for (var at = start; at < header.length(); at++) {
        var spoilt = new StringBuilder(header);
        spoilt.setCharAt(at, header.charAt(at) == '0' ? '1' : '0');
        mismatch(TestCall.unsigned().with("authorization", spoilt.toString()));
      }
    }

    @Test
    void isHalfASignature() {
      var header = TestCall.signed().request().header("authorization").get(0);
      mismatch(
          TestCall.unsigned().with("authorization", header.substring(0, header.length() - 32)));
    }
  }

  @Nested
  class AnotherKey {

    private static final String UNKNOWN = "The security token included in the request is invalid.";

    @Test
    void hasAnotherSecret() {
      mismatch(TestCall.unsigned().sign(TestCall.KEY_ID, "another+secret+access+key"));
    }

    @Test
    void isUnknown() {
      refused(TestCall.unsigned().sign("AKIAOTHER", TestCall.SECRET), Kind.UNKNOWN_KEY, UNKNOWN);
    }

    @Test
    void isUnknownAlsoWhenTheSecretIsTheOneOfNobody() {
      var secret = new AccessKeys(TestSettings.with(Map.of())).secretOf("AKIAOTHER");
      refused(TestCall.unsigned().sign("AKIAOTHER", secret), Kind.UNKNOWN_KEY, UNKNOWN);
    }

    @Test
    void isATemporaryOne() {
      refused(
          TestCall.unsigned().with("x-amz-security-token", "session").sign(),
          Kind.UNKNOWN_KEY,
          UNKNOWN);
    }
  }

  @Nested
  class APayloadThatIsNotHashed {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "UNSIGNED-PAYLOAD",
          "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
          "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          ""
        })
    void isRefused(String hash) {
      refused(
          TestCall.unsigned().with("x-amz-content-sha256", hash).sign(),
          Kind.BAD_SIGNATURE,
          "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
  }
}
