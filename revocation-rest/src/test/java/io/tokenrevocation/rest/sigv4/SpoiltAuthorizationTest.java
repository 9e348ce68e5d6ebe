package io.tokenrevocation.rest.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokenrevocation.rest.sigv4.AccessRefusedException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoiltAuthorizationTest extends SignatureSteps {

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
}
