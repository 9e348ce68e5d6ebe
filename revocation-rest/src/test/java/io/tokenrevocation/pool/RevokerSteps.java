package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.VerifiedToken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** An authority with a signed-in user, and the small steps revocations are tested in. */
abstract class RevokerSteps {

  final TestAuthority authority = new TestAuthority(); // a cut-off would hit other tests
  final User alice = authority.users.add();
  final IssuedTokens tokens = authority.signIn(alice);
  final VerifiedToken token = authority.verified(tokens);
  final Instant now = authority.sessions.inTransaction(SessionTransaction::now);

  @AfterEach
  void close() {
    authority.close();
  }

  Outcome<RecordedRevocation> revoke(Kind kind, String issuer, String value) {
    return revoke(kind, issuer, value, null);
  }

  Outcome<RecordedRevocation> revoke(
      Kind kind, String issuer, String value, @Nullable Instant issuedBefore) {
    return authority.anyRevoker.revoke(
        new RevocationRequest(
            new RevocationKey(kind, issuer, value), Optional.ofNullable(issuedBefore), NOTE));
  }

  static void assertRefused(Refusal refusal, Outcome<?> outcome) {
    assertThat(outcome).isEqualTo(new Outcome.Refused<>(refusal));
  }

  void assertRefreshIsRefused(IssuedTokens refused) {
    assertRefused(Refusal.REVOKED, authority.refresh(refused));
  }
}
