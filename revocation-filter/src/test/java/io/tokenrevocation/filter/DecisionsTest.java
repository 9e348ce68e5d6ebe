package io.tokenrevocation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.InvalidTokenException.Reason;
import io.tokenrevocation.TestRevocations;
import io.tokenrevocation.token.RememberingVerifier;
import io.tokenrevocation.token.TestJwts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionsTest extends EnforcementSteps {

  private final Decisions decisions = new Decisions();

  private void decide(String token) {
    decisions.decide(enforcement, TestRequests.authorized(RememberingVerifier.SCHEME + token));
  }

  private long refused(RefusalReason reason) {
    return decisions.snapshot().refused(reason);
  }

  static Stream<Arguments> challenges() {
    return Stream.concat(
        Stream.of(
            Arguments.of(Challenge.TOKEN_REQUIRED, "token-required"),
            Arguments.of(Challenge.AMBIGUOUS, "ambiguous"),
            Arguments.of(Challenge.REVOKED, "revoked"),
            Arguments.of(Challenge.scopesMissing(List.of("email")), "scope"),
            Arguments.of(Challenge.NOT_IN_A_GROUP, "group"),
            Arguments.of(Challenge.RETRY_LATER, "unavailable"),
            Arguments.of(Challenge.CLOSED, "closed")),
        Arrays.stream(Reason.values())
            .map(reason -> Arguments.of(Challenge.of(reason), RefusalReason.of(reason).label())));
  }

  @ParameterizedTest
  @MethodSource("challenges")
  void countsEachChallengeByItsReasonAlone(Challenge challenge, String label) {
    decisions.counted(new Verdict.Refused(challenge));
    var counted =
        decisions.snapshot().refused().entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .toList();
    assertThat(counted).hasSize(1);
    assertThat(counted.get(0).getKey().label()).isEqualTo(label);
    assertThat(counted.get(0).getValue()).isEqualTo(1);
  }

  @Test
  void hasAReasonForEachChallengeAndNoOther() {
    assertThat(challenges().map(each -> each.get()[1]))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RefusalReason.values()).map(RefusalReason::label).toList());
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void callsWhatIsWrongWithATokenByItsName(Reason reason) {
    assertThat(RefusalReason.of(reason).name()).isEqualTo(reason.name());
  }

  @Test
  void countsWhoGoesOnAndWhoDoesNot() {
    var token = TestJwts.accessToken().compact();
    decide(token);
    decide(token);
    decisions.decide(enforcement, TestRequests.to("/oauth2", "/revoke"));
    feed.apply(List.of(TestRevocations.ofFamily("family")));
    decide(token);
    decide("garbage");
    var snapshot = decisions.snapshot();
    assertThat(snapshot.authenticated()).isEqualTo(2);
    assertThat(snapshot.anonymous()).isEqualTo(1);
    assertThat(snapshot.allRefused()).isEqualTo(2);
    assertThat(refused(RefusalReason.REVOKED)).isEqualTo(1);
    assertThat(refused(RefusalReason.MALFORMED)).isEqualTo(1);
  }

  /** Ten thousand times it misses all with odds of 1 in 10 to the 280th. */
  @Test
  void timesSomeOfThem() {
    for (var time = 0; time < 10_000; time++) {
      decide("garbage");
    }
    var times = decisions.snapshot().times();
    assertThat(times.count()).isPositive().isLessThan(10_000);
    assertThat(times.sum()).isPositive();
    assertThat(refused(RefusalReason.MALFORMED)).isEqualTo(10_000);
  }
}
