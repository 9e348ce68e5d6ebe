package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("7.5: SigV4 for the administrative operations")
class SignatureVerifierTest {

  private static final String MISMATCH =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " AWS Secret Access Key and signing method. Consult the service documentation for"
          + " details.";

  private static SignatureVerifier verifier(Instant now) {
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

  private static void accepted(TestCall call) {
    var key = verifier(TestCall.NOW).authenticate(call.request());
    assertThat(key.id()).isEqualTo(TestCall.KEY_ID);
  }

  private static void refused(TestCall call, Kind kind, String message) {
    refused(verifier(TestCall.NOW), call, kind, message);
  }

  private static void refused(
      SignatureVerifier verifier, TestCall call, Kind kind, String message) {
    var refusal =
        catchThrowableOfType(
            AccessRefusedException.class, () -> verifier.authenticate(call.request()));
    assertThat(refusal).isNotNull();
    assertThat(refusal.text()).isEqualTo(message);
    assertThat(refusal.kind()).isEqualTo(kind);
  }

  private static void mismatch(TestCall call) {
    refused(call, Kind.BAD_SIGNATURE, MISMATCH);
  }

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
  class AHeaderThatIsNoSignature {

    private void incomplete(TestCall call, String message) {
      refused(call, Kind.INCOMPLETE, message);
    }

    @Test
    @DisplayName("as captured from the real service")
    void isToldAllItLacks() {
      var call =
          TestCall.unsigned()
              .without("x-amz-date")
              .with("authorization", "intentionally-invalid-probe");
      incomplete(
          call,
          "Authorization header requires 'Credential' parameter. Authorization header requires"
              + " 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."
              + " Authorization header requires existence of either a 'X-Amz-Date' or a 'Date'"
              + " header. (Hashed with SHA-256 and encoded with Base64)"
              + " Authorization=H1h1vhCGZwXdc98SZDlNeViH9hVartzM/Vy4kUYRVtA=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Credential", "Signature", "SignedHeaders"})
    void isToldTheOneThingItLacks(String parameter) {
      var call = TestCall.signed().replace(parameter + "=", "Other=");
      incomplete(
          call,
          "Authorization header requires '"
              + parameter
              + "' parameter. (Hashed with SHA-256 and encoded with Base64) Authorization="
              + Sha256.base64(call.request().header("authorization").get(0)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Bearer a.b.c",
          "AWS4-HMAC-SHA256 nonsense",
          "AWS4-HMAC-SHA256 Credential=a Signature=b",
          "AWS4-HMAC-SHA256 Signature=a, Signature=b",
          "AWS4-HMAC-SHA256 Signature=a,"
        })
    void isNotShown(String header) {
      var call = TestCall.unsigned().with("authorization", header);
      var refusal =
          catchThrowableOfType(
              AccessRefusedException.class,
              () -> verifier(TestCall.NOW).authenticate(call.request()));
      assertThat(refusal.kind()).isEqualTo(Kind.INCOMPLETE);
      assertThat(refusal.text())
          .contains(Sha256.base64(header))
          .doesNotContain("a.b.c")
          .doesNotContain("nonsense");
    }

    @Test
    void isOfAnotherAlgorithm() {
      incomplete(
          TestCall.signed().replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"),
          "Unsupported AWS 'algorithm' (only AWS4-HMAC-SHA256 for now).");
    }

    @Test
    void isThereTwice() {
      var header = TestCall.signed().request().header("authorization").get(0);
      incomplete(
          TestCall.unsigned().with("authorization", header, header),
          "Authorization header is there twice, or is too long.");
    }

    @Test
    void isTooLong() {
      incomplete(
          TestCall.signed().replace("Credential=", "Credential=" + "a".repeat(8192)),
          "Authorization header is there twice, or is too long.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/aws4_request/", "", "//"})
    void hasACredentialThatIsNone(String end) {
      incomplete(
          TestCall.signed().replace("/aws4_request", end),
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "host;content-type",
          "content-type;Host",
          "host;host",
          "host;",
          ";host",
          "host, x",
          "ho st"
        })
    void hasSignedHeadersThatAreNone(String names) {
      var call = TestCall.signed().replace("content-type;host;x-amz-date;x-amz-target", names);
      var refusal =
          catchThrowableOfType(
              AccessRefusedException.class,
              () -> verifier(TestCall.NOW).authenticate(call.request()));
      assertThat(refusal.kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void hasTooManySignedHeaders() {
      var call = TestCall.unsigned();
      for (var i = 0; i < 61; i++) {
        call = call.with("x-" + i, "a");
      }
      incomplete(
          call.sign(),
          "'SignedHeaders' must be names in lower case, sorted and separated by semicolons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "x-amz-content-sha256"})
    void namesAHeaderThatIsNotThere(String name) {
      incomplete(
          TestCall.unsigned().with(name, "x").sign().without(name),
          "'" + name + "' is named as a SignedHeader, but it does not exist in the HTTP request.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "x-amz-date", "x-amz-target", "content-type"})
    void namesAHeaderThatIsThereTwice(String name) {
      var call = TestCall.signed();
      incomplete(
          call.with(name, call.request().header(name).get(0), "other"),
          "'" + name + "' is there twice, or is too long.");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "2026",
          "20261122",
          "20261122T010500",
          "20261122T010500Z ago",
          "20261122T250500Z",
          "20261131T010500Z",
          "2026-11-22T01:05:00Z",
          "Sun, 22 Nov 2026 01:05:00 GMT"
        })
    void hasADateThatIsNone(String date) {
      incomplete(
          TestCall.signed().with("x-amz-date", date),
          "Date must be in ISO-8601 'basic format'. See http://en.wikipedia.org/wiki/ISO_8601");
    }
  }

  @Nested
  class AnotherTime {

    @ParameterizedTest
    @ValueSource(longs = {-300, -1, 0, 1, 300})
    void isAcceptedUpToFiveMinutesEitherWay(long seconds) {
      var verifier = verifier(TestCall.NOW.plusSeconds(seconds));
      assertThat(verifier.authenticate(TestCall.signed().request()).id())
          .isEqualTo(TestCall.KEY_ID);
    }

    @Test
    void isTooLongAgo() {
      refused(
          verifier(TestCall.NOW.plusSeconds(301)),
          TestCall.signed(),
          Kind.BAD_SIGNATURE,
          "Signature expired: 20261122T010500Z is now earlier than 20261122T010501Z"
              + " (20261122T011001Z - 5 min.)");
    }

    @Test
    void isYetToCome() {
      refused(
          verifier(TestCall.NOW.minusSeconds(301)),
          TestCall.signed(),
          Kind.BAD_SIGNATURE,
          "Signature not yet current: 20261122T010500Z is still later than 20261122T010459Z"
              + " (20261122T005959Z + 5 min.)");
    }

    @Test
    void isJudgedInWholeSeconds() {
      var verifier = verifier(TestCall.NOW.plusSeconds(300).plus(Duration.ofMillis(999)));
      assertThat(verifier.authenticate(TestCall.signed().request()).id())
          .isEqualTo(TestCall.KEY_ID);
    }
  }

  @Nested
  class AnotherScope {

    private static Scope scope(String date, String region, String service, String terminator) {
      return new Scope(TestCall.KEY_ID, date, region, service, terminator);
    }

    private static void outOfScope(Scope scope, String message) {
      refused(TestCall.unsigned().signFor(scope), Kind.BAD_SIGNATURE, message);
    }

    @Test
    void isAcceptedInTheRegionOfAnotherPool() {
      accepted(
          TestCall.unsigned()
              .signFor(scope("20261122", "us-east-1", "cognito-idp", "aws4_request")));
    }

    @Test
    void isAnotherRegion() {
      outOfScope(
          scope("20261122", "us-west-2", "cognito-idp", "aws4_request"),
          "Credential should be scoped to a valid region.");
    }

    @Test
    void isAnotherService() {
      outOfScope(
          scope("20261122", "eu-west-1", "s3", "aws4_request"),
          "Credential should be scoped to correct service: 'cognito-idp'.");
    }

    @Test
    void isAnotherDay() {
      outOfScope(
          scope("20261121", "eu-west-1", "cognito-idp", "aws4_request"),
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP.");
    }

    @Test
    void isToldAllAtOnce() {
      outOfScope(
          scope("", "", "", ""),
          "Credential should be scoped to a valid region. Credential should be scoped to correct"
              + " service: 'cognito-idp'. Credential should be scoped with a valid terminator:"
              + " 'aws4_request'. Date in Credential scope does not match YYYYMMDD from ISO-8601"
              + " version of date from HTTP.");
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
