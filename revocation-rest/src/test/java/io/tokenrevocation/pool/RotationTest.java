package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("4.6: refresh token rotation")
class RotationTest {

  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final Outcome<IssuedTokens> REUSED = new Outcome.Refused<>(Refusal.REUSED);
  private static final Outcome<IssuedTokens> REVOKED = new Outcome.Refused<>(Refusal.REVOKED);

  private final User alice = AUTHORITY.users.add();
  private final AppClient strict = rotating(Duration.ZERO);
  private final AppClient lenient = rotating(Duration.ofSeconds(60));

  @AfterAll
  static void close() {
    AUTHORITY.close();
  }

  private static AppClient rotating(Duration grace) {
    var settings =
        new ClientSettings(AUTHORITY.web.flows(), true, TokenValidity.DEFAULT, grace, false, "{}");
    var id = "c" + UUID.randomUUID().toString().replace("-", "");
    return AUTHORITY
        .clients
        .add(TestAuthority.POOL, id, id, null, settings, TestAuthority.NOTE)
        .orElseThrow();
  }

  private static Outcome<IssuedTokens> refresh(AppClient client, IssuedTokens tokens) {
    return AUTHORITY.refresh.refresh(client, tokens.refreshToken().orElseThrow());
  }

  private static Instant end(IssuedTokens tokens) {
    return AUTHORITY.family(tokens).refreshExpiresAt();
  }

  @Nested
  class WithoutAGracePeriod {

    private final IssuedTokens first = AUTHORITY.signIn(strict, alice);
    private final IssuedTokens second = done(refresh(strict, first));

    @Test
    void givesANewRefreshTokenEachTime() {
      var third = done(refresh(strict, second));
      assertThat(third.refreshToken()).isPresent().isNotEqualTo(second.refreshToken());
      assertThat(second.refreshToken()).isPresent().isNotEqualTo(first.refreshToken());
    }

    @Test
    void keepsTheFamilyAndTheEndOfItsLife() {
      assertThat(AUTHORITY.verified(second).familyId())
          .isEqualTo(AUTHORITY.verified(first).familyId());
      assertThat(end(second))
          .isEqualTo(AUTHORITY.family(first).authTime().plus(Duration.ofDays(30)));
    }

    @Test
    void refusesTheOneThatWasRotatedOut() {
      assertThat(refresh(strict, first)).isEqualTo(REUSED);
    }

    @Test
    void refusesAllOfThoseThatWereRotatedOut() {
      done(refresh(strict, second));
      assertThat(refresh(strict, first)).isEqualTo(REUSED);
      assertThat(refresh(strict, second)).isEqualTo(REUSED);
    }

    @Test
    void leavesTheFamilyAloneUponReuse() {
      refresh(strict, first);
      assertThat(AUTHORITY.refuses(second)).isFalse();
      done(refresh(strict, second));
    }

    @Test
    void revokesTheFamilyUponReuseWhereTheAdministratorWantsIt() {
      var used = first.refreshToken().orElseThrow();
      assertThat(AUTHORITY.strictRefresh.refresh(strict, used)).isEqualTo(REUSED);
      assertThat(AUTHORITY.refuses(second)).isTrue();
      assertThat(refresh(strict, second)).isEqualTo(REVOKED);
      assertThat(AUTHORITY.strictRefresh.refresh(strict, used)).isEqualTo(REVOKED);
    }

    @Test
    void leavesAccessTokensOfBeforeInUse() {
      assertThat(AUTHORITY.refuses(first)).isFalse();
    }

    @Test
    void isRevokedByAnyTokenOfTheFamily() {
      done(AUTHORITY.revoker.revoke(strict, first.refreshToken().orElseThrow()));
      assertThat(AUTHORITY.refuses(second)).isTrue();
      assertThat(refresh(strict, second)).isEqualTo(REVOKED);
      assertThat(refresh(strict, first)).isEqualTo(REVOKED);
    }

    @Test
    void ofAnUnknownTokenThatLooksLikeOneOfTheFamilyRevokesNothing() {
      var altered = first.refreshToken().orElseThrow() + "A";
      assertThat(done(AUTHORITY.revoker.revoke(strict, altered))).isEmpty();
      assertThat(AUTHORITY.refuses(second)).isFalse();
    }
  }

  @Nested
  class WithAGracePeriod {

    private final IssuedTokens first = AUTHORITY.signIn(lenient, alice);
    private final IssuedTokens missed = done(refresh(lenient, first));

    @Test
    void givesARetryADifferentToken() {
      assertThat(done(refresh(lenient, first)).refreshToken())
          .isPresent()
          .isNotEqualTo(missed.refreshToken());
    }

    @Test
    void givesUpTheTokenThatTheClientMissed() {
      var retried = done(refresh(lenient, first));
      assertThat(refresh(lenient, missed)).isEqualTo(REUSED);
      done(refresh(lenient, retried));
    }

    @Test
    void doesNotStartAnewWithARetry() {
      var before = AUTHORITY.family(first).refreshTokens().replaced();
      refresh(lenient, first);
      assertThat(AUTHORITY.family(first).refreshTokens().replaced()).isEqualTo(before);
    }

    @Test
    void honoursOnlyTheTokenBeforeTheNewest() {
      done(refresh(lenient, missed));
      assertThat(refresh(lenient, first)).isEqualTo(REUSED);
      done(refresh(lenient, missed));
    }

    @Test
    void isOver() {
      end(AUTHORITY.family(first));
      assertThat(refresh(lenient, first)).isEqualTo(REUSED);
      done(refresh(lenient, missed));
    }

    private void end(Family family) {
      var tokens = family.refreshTokens();
      var replaced = Objects.requireNonNull(tokens.replaced());
      var over = new RefreshTokens.Replaced(replaced.hash(), family.authTime());
      AUTHORITY.sessions.inTransaction(
          transaction -> {
            transaction.save(
                transaction
                    .lock(family.id())
                    .rotated(new RefreshTokens(tokens.familyHash(), tokens.newest(), over)));
            return true;
          });
    }
  }

  @Test
  void turnedOffLeavesTheNewestTokenInUse() {
    var tokens = done(refresh(strict, AUTHORITY.signIn(strict, alice)));
    var settings =
        new ClientSettings(AUTHORITY.web.flows(), true, TokenValidity.DEFAULT, null, false, "{}");
    var off = strict.changed(strict.name(), settings, Instant.EPOCH);
    assertThat(done(refresh(off, tokens)).refreshToken()).isEmpty();
    done(refresh(off, tokens));
    assertThat(done(refresh(strict, tokens)).refreshToken()).isPresent();
  }

  @Test
  void needsNoFlowOfItsOwn() {
    var settings =
        new ClientSettings(
            Set.of(AuthFlow.USER_PASSWORD),
            true,
            TokenValidity.DEFAULT,
            Duration.ZERO,
            false,
            "{}");
    var passwordsOnly = strict.changed(strict.name(), settings, Instant.EPOCH);
    done(refresh(passwordsOnly, AUTHORITY.signIn(passwordsOnly, alice)));
  }
}
