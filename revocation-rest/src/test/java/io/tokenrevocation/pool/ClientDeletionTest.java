package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientDeletionTest {

  private final TestAuthority authority = new TestAuthority();
  private final User alice = authority.users.add();
  private final IssuedTokens tokens = authority.signIn(alice);
  private final IssuedTokens elsewhere = authority.signIn(authority.mobile, alice);

  @AfterEach
  void close() {
    authority.close();
  }

  private boolean delete() {
    return authority.deletion.delete(POOL, authority.web.id(), NOTE);
  }

  @Test
  void takesTheClientsTokensOutOfUseAndNoOthers() {
    assertThat(delete()).isTrue();

    assertThat(authority.refuses(tokens)).isTrue();
    assertThat(authority.refuses(elsewhere)).isFalse();
    assertThat(authority.refresh(tokens)).isEqualTo(new Outcome.Refused<>(Refusal.CLIENT_DELETED));
    assertThat(authority.clients.find(authority.web.id())).isEmpty();
  }

  @Test
  void refusesASignInThatWasUnderWay() {
    delete();
    assertThat(authority.signIn.signIn(authority.web, alice.username(), TestDirectory.PASSWORD))
        .isEqualTo(new Outcome.Refused<>(Refusal.CLIENT_DELETED));
  }

  @Test
  void revivesNothingForAClientThatIsRegisteredAgain() {
    delete();
    authority.clients.register(POOL, authority.web.id(), null, EnumSet.allOf(AuthFlow.class));

    assertThat(authority.refuses(tokens)).isTrue();
    assertThat(authority.refresh(tokens)).isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
    assertThat(authority.liveSessions.of(authority.verified(tokens)))
        .isEqualTo(new Outcome.Refused<>(Refusal.REVOKED));
  }

  @Test
  void isDoneOnce() {
    assertThat(delete()).isTrue();
    assertThat(delete()).isFalse();
  }

  @Test
  void leavesAClientOfAnotherPoolAlone() {
    assertThat(authority.deletion.delete("eu-west-1_Other", authority.web.id(), NOTE)).isFalse();
    assertThat(authority.clients.find(authority.web.id())).isPresent();
    assertThat(authority.refuses(tokens)).isFalse();
  }
}
