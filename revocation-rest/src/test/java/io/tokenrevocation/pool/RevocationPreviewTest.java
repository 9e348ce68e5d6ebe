package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.FOREIGN;
import static io.tokenrevocation.pool.TestAuthority.ISSUER;
import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevocationPreviewTest extends RevokerSteps {

  private final IssuedTokens second = authority.signIn(alice);
  private final IssuedTokens phone = authority.signIn(authority.mobile, alice);
  private final IssuedTokens bobs = authority.signIn(authority.users.add());

  private Outcome<Effect> preview(
      Kind kind, String issuer, String value, @Nullable Instant before) {
    return authority.anyRevoker.preview(
        new RevocationRequest(
            new RevocationKey(kind, issuer, value), Optional.ofNullable(before), NOTE));
  }

  private String value(Kind kind) {
    return switch (kind) {
      case TOKEN -> String.valueOf(token.tokenId());
      case FAMILY -> String.valueOf(token.familyId());
      case SUBJECT -> alice.subject();
      case CLIENT -> authority.web.id();
      default -> ISSUER;
    };
  }

  @ParameterizedTest
  @CsvSource({"TOKEN, 0", "FAMILY, 1", "SUBJECT, 3", "CLIENT, 3", "ISSUER, 4"})
  void tellsTheLiveSessionsThatTheRevocationEnds(Kind kind, long sessions) {
    assertThat(done(preview(kind, ISSUER, value(kind), null)).sessions()).hasValue(sessions);
    assertThat(authority.refuses(tokens)).as("it is only a preview").isFalse();

    done(revoke(kind, ISSUER, value(kind)));
    assertThat(done(preview(kind, ISSUER, value(kind), null)).sessions()).hasValue(0);
    assertThat(left()).isEqualTo(4 - sessions);
  }

  private long left() {
    return done(preview(Kind.ISSUER, ISSUER, ISSUER, null)).sessions().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"SUBJECT, 3", "CLIENT, 3", "ISSUER, 4"})
  void goesByTheCutOff(Kind kind, long sessions) {
    var newest = authority.verified(bobs).issuedAt();
    var hourAgo = newest.minus(Duration.ofHours(1));
    assertThat(done(preview(kind, ISSUER, value(kind), hourAgo)).sessions()).hasValue(0);
    assertThat(done(preview(kind, ISSUER, value(kind), newest.plusSeconds(1))).sessions())
        .hasValue(sessions);
  }

  @Test
  void knowsNothingOfTheSessionsOfAnotherIssuer() {
    assertThat(done(preview(Kind.SUBJECT, FOREIGN, "s", null))).isEqualTo(Effect.UNKNOWN);
  }

  @Test
  void isRefusedWhereTheRevocationIs() {
    var longAgo = now.minus(Duration.ofDays(400));
    var ahead = now.plus(Duration.ofDays(1));
    assertRefused(Refusal.UNKNOWN_ISSUER, preview(Kind.TOKEN, "https://x.example", "t", null));
    assertRefused(Refusal.UNKNOWN_FAMILY, preview(Kind.FAMILY, ISSUER, "f", null));
    assertRefused(Refusal.NO_SESSIONS, preview(Kind.SESSION, ISSUER, "s", null));
    assertRefused(Refusal.CUT_OFF_NOT_TAKEN, preview(Kind.TOKEN, ISSUER, "t", longAgo));
    for (var issuer : new String[] {ISSUER, FOREIGN}) {
      assertRefused(Refusal.CUT_OFF_TOO_OLD, preview(Kind.SUBJECT, issuer, "s", longAgo));
      assertRefused(Refusal.CUT_OFF_IN_THE_FUTURE, preview(Kind.SUBJECT, issuer, "s", ahead));
    }
  }

  @Test
  void countsAtEachClient() {
    assertThat(done(preview(Kind.SUBJECT, ISSUER, alice.subject(), null)).atClients())
        .containsExactly(new Effect.AtClient("web", 2), new Effect.AtClient("mobile", 1));
    assertThat(authority.refuses(second) || authority.refuses(phone)).isFalse();
  }
}
