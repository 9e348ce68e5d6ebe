package io.tokenrevocation;

import static io.tokenrevocation.TestTokens.CLIENT;
import static io.tokenrevocation.TestTokens.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenrevocation.RevocationKey.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedTokenTest {

  static Stream<Revocation> oneOfEachKind() {
    var later = TestTokens.NOW.plusSeconds(1);
    return Stream.of(
        TestRevocations.ofToken("token"),
        TestRevocations.ofFamily("family"),
        TestRevocations.ofSession("session"),
        TestRevocations.ofSubject("alice", later),
        TestRevocations.ofClient(CLIENT, later),
        TestRevocations.ofIssuer(later));
  }

  @Nested
  class RevocableBy {

    @ParameterizedTest
    @MethodSource("io.tokenrevocation.VerifiedTokenTest#oneOfEachKind")
    void namesTheKeyOfEveryRevocationThatCoversIt(Revocation revocation) {
      assertThat(revocation.covers(TestTokens.valid())).isTrue();
      assertThat(TestTokens.valid().revocableBy()).contains(revocation.key());
    }

    @Test
    void namesEachKindOnce() {
      assertThat(TestTokens.valid().revocableBy())
          .extracting(RevocationKey::kind)
          .containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void leavesOutWhatTheTokenDoesNotCarry() {
      var token = TestTokens.of("alice").client(null).ids(null, null, null).verified();
      assertThat(token.revocableBy())
          .containsExactlyInAnyOrder(
              new RevocationKey(Kind.SUBJECT, ISSUER, "alice"),
              new RevocationKey(Kind.ISSUER, ISSUER, ISSUER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void leavesOutBlanksWhichNoRevocationMayName(String blank) {
      var token = TestTokens.of("alice").client(blank).ids(blank, blank, blank).verified();
      assertThat(token.revocableBy())
          .extracting(RevocationKey::kind)
          .containsExactlyInAnyOrder(Kind.SUBJECT, Kind.ISSUER);
    }
  }

  @Nested
  class Key {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refusesABlankValue(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RevocationKey(Kind.TOKEN, ISSUER, blank));
    }

    @Test
    void keepsTheStoredNamesOfItsKinds() {
      assertThat(Kind.values())
          .extracting(Kind::name)
          .containsExactly("TOKEN", "FAMILY", "SESSION", "SUBJECT", "CLIENT", "ISSUER");
    }
  }
}
