package io.tokenrevocation.index;

import static io.tokenrevocation.TestTokens.ISSUER;
import static io.tokenrevocation.TestTokens.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.Revocation;
import io.tokenrevocation.SubjectRevocation;
import io.tokenrevocation.TestRevocations;
import io.tokenrevocation.TestTokens;
import io.tokenrevocation.VerifiedToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevocationIndexTest {

  private final RevocationIndex index = new RevocationIndex(2);

  private static VerifiedToken token(String tokenId) {
    return TestTokens.of("alice").ids(tokenId, null, null).verified();
  }

  private static VerifiedToken issuedAt(Instant instant) {
    return TestTokens.of("alice").issuedAt(instant).verified();
  }

  @Nested
  class Bytes {

    private static final int MANY = 100_000;

    private final RevocationIndex large = new RevocationIndex(MANY);

    private void fill(Function<String, Revocation> revocation) {
      large.apply(
          IntStream.range(0, MANY).mapToObj(Integer::toString).map(revocation).toList(), NOW);
    }

    @Test
    void areNoneWithoutRevocations() {
      assertThat(large.bytes()).isZero();
    }

    @Test
    void areTwentyToTwentyFourForEach() {
      fill(TestRevocations::ofToken);
      assertThat(large.bytes() / (double) MANY).isBetween(20.0, 24.0);
    }

    @Test
    void areHalfAsManyMoreForACutOff() {
      fill(subject -> TestRevocations.ofSubject(subject, NOW));
      assertThat(large.bytes() / (double) MANY).isBetween(30.0, 36.0);
    }

    @Test
    void areGivenBack() {
      fill(TestRevocations::ofToken);
      large.purge(TestRevocations.RETAIN_UNTIL);
      assertThat(large.bytes()).isZero();
    }
  }

  @Nested
  class Apply {

    @Test
    void coversNothingBefore() {
      assertThat(index.covers(TestTokens.valid())).isFalse();
      assertThat(index.size()).isZero();
    }

    @Test
    void coversWhatTheRevocationCovers() {
      index.apply(List.of(TestRevocations.ofToken("lost")), NOW);
      assertThat(index.covers(token("lost"))).isTrue();
      assertThat(index.covers(token("kept"))).isFalse();
    }

    @Test
    void keepsKindsApartThatShareAValue() {
      index.apply(List.of(TestRevocations.ofFamily("id")), NOW);
      assertThat(index.covers(TestTokens.of("alice").ids("id", "other", "id").verified()))
          .isFalse();
    }

    @Test
    void keepsIssuerAndValueApartWhereTheyRunTogether() {
      var later = NOW.plusSeconds(1);
      index.apply(
          List.of(new SubjectRevocation("https://a", "bc", later, TestRevocations.RETAIN_UNTIL)),
          NOW);
      assertThat(index.covers(TestTokens.of("c").issuer("https://ab").verified())).isFalse();
    }

    @ParameterizedTest(name = "retained until {0} s from now")
    @CsvSource({"-1, false", "0, false", "1, true"})
    void passesOverWhatNeedNotBeKept(long seconds, boolean covered) {
      index.apply(List.of(TestRevocations.ofToken("lost", NOW.plusSeconds(seconds))), NOW);
      assertThat(index.covers(token("lost"))).isEqualTo(covered);
    }

    @ParameterizedTest(name = "cut-offs {0} s and {1} s from now")
    @CsvSource({"0, 5", "5, 0", "5, 5"})
    void keepsTheLaterCutOffWhateverTheOrder(long first, long second) {
      index.apply(List.of(TestRevocations.ofSubject("alice", NOW.plusSeconds(first))), NOW);
      index.apply(List.of(TestRevocations.ofSubject("alice", NOW.plusSeconds(second))), NOW);
      assertThat(index.covers(issuedAt(NOW.plusSeconds(4)))).isTrue();
      assertThat(index.covers(issuedAt(NOW.plusSeconds(5)))).isFalse();
      assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void refusesATokenUnderTheLatestOfSeveralScopes() {
      index.apply(
          List.of(
              TestRevocations.ofIssuer(NOW.plusSeconds(9)),
              TestRevocations.ofSubject("alice", NOW.minusSeconds(9))),
          NOW);
      assertThat(index.covers(TestTokens.valid())).isTrue();
    }
  }

  @Nested
  class WhenFull {

    private void fill() {
      index.apply(
          List.of(TestRevocations.ofToken("one"), TestRevocations.ofSubject("alice", NOW)), NOW);
    }

    @Test
    void refusesToTakeMoreAndSaysHowManyItHolds() {
      fill();
      assertThatExceptionOfType(IndexFullException.class)
          .isThrownBy(() -> index.apply(List.of(TestRevocations.ofToken("new")), NOW))
          .returns(2, IndexFullException::capacity);
    }

    @Test
    void dropsNothing() {
      fill();
      assertThatExceptionOfType(IndexFullException.class)
          .isThrownBy(() -> index.apply(List.of(TestRevocations.ofToken("new")), NOW));
      assertThat(index.covers(token("one"))).isTrue();
      assertThat(index.covers(issuedAt(NOW.minusSeconds(1)))).isTrue();
      assertThat(index.covers(token("new"))).isFalse();
    }

    @Test
    void takesWhatFitsBehindWhatDoesNot() {
      fill();
      var both =
          List.of(
              TestRevocations.ofToken("new"),
              TestRevocations.ofSubject("alice", NOW.plusSeconds(1)));
      assertThatExceptionOfType(IndexFullException.class).isThrownBy(() -> index.apply(both, NOW));
      assertThat(index.covers(issuedAt(NOW))).isTrue();
    }

    @Test
    void takesARepeatOfWhatItHolds() {
      fill();
      index.apply(List.of(TestRevocations.ofToken("one")), NOW);
      assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void takesALaterCutOffOfWhatItHolds() {
      fill();
      index.apply(List.of(TestRevocations.ofSubject("alice", NOW.plusSeconds(1))), NOW);
      assertThat(index.covers(issuedAt(NOW))).isTrue();
    }

    @Test
    void passesOverWhatNeedNotBeKept() {
      fill();
      index.apply(List.of(TestRevocations.ofToken("gone", NOW)), NOW);
      assertThat(index.size()).isEqualTo(2);
    }

    @Test
    void keepsWhatItTookBeforeTheOneThatDidNotFit() {
      index.apply(List.of(TestRevocations.ofToken("one")), NOW);
      var two = List.of(TestRevocations.ofToken("two"), TestRevocations.ofToken("three"));
      assertThatExceptionOfType(IndexFullException.class).isThrownBy(() -> index.apply(two, NOW));
      assertThat(index.covers(token("two"))).isTrue();
    }

    @Test
    void hasRoomAgainAfterAPurge() {
      fill();
      index.purge(TestRevocations.RETAIN_UNTIL);
      var later = TestRevocations.RETAIN_UNTIL.plusSeconds(1);
      index.apply(List.of(TestRevocations.ofToken("new", later)), TestRevocations.RETAIN_UNTIL);
      assertThat(index.covers(token("new"))).isTrue();
    }
  }

  @Nested
  class Purge {

    @ParameterizedTest(name = "{0} s after it must be kept")
    @CsvSource({"-1, 1", "0, 0", "1, 0"})
    void forgetsWhatNeedNotBeKeptAnyLonger(long seconds, int left) {
      index.apply(List.of(TestRevocations.ofToken("lost")), NOW);
      index.purge(TestRevocations.RETAIN_UNTIL.plusSeconds(seconds));
      assertThat(index.size()).isEqualTo(left);
    }

    @ParameterizedTest(name = "retained for {0} s, then for {1} s")
    @CsvSource({"10, 20", "20, 10"})
    void keepsTheLongerRetentionOfTwo(long first, long second) {
      index.apply(List.of(TestRevocations.ofToken("lost", NOW.plusSeconds(first))), NOW);
      index.apply(List.of(TestRevocations.ofToken("lost", NOW.plusSeconds(second))), NOW);
      index.purge(NOW.plusSeconds(19));
      assertThat(index.covers(token("lost"))).isTrue();
    }

    @Test
    void keepsTheOthers() {
      index.apply(
          List.of(
              TestRevocations.ofToken("short", NOW.plusSeconds(1)),
              TestRevocations.ofFamily("family")),
          NOW);
      index.purge(NOW.plusSeconds(1));
      assertThat(index.covers(TestTokens.of("alice").ids(ISSUER, "family", null).verified()))
          .isTrue();
    }
  }
}
