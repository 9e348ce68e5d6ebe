package io.tokenrevocation.rest.console;

import static io.tokenrevocation.rest.console.TestUsers.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenrevocation.RevocationKey.Kind;
import io.tokenrevocation.pool.TestConsole;
import io.tokenrevocation.rest.Problem;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionDeskTest {

  private static final TestConsole CONSOLE = new TestConsole();

  @AfterAll
  static void close() {
    CONSOLE.close();
  }

  private static void assertNoAdministrator(TestDesk desk, String username) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> desk.signIn(username))
        .withMessageContaining("disabled, or not in the group");
  }

  @Nested
  class OfADirectory {

    private final TestDesk desk = new TestDesk(CONSOLE, TestBeans.withoutStores());
    private final String subject = desk.users.put("carol", true, ROLE);

    @Test
    void letsAnAdministratorIn() throws IOException {
      assertThat(desk.caller(desk.signIn("carol"))).contains("carol");
    }

    @Test
    void letsNobodyElseIn() {
      desk.users.put("bob", true, "editors");
      assertNoAdministrator(desk, "bob");
    }

    @Test
    void letsNobodyStayWhoIsDisabled() throws IOException {
      var cookie = desk.signIn("carol");
      desk.users.put("carol", subject, false, ROLE);
      assertThat(desk.caller(cookie)).isEmpty();
    }

    @Test
    void letsNobodyStayWhoIsDeleted() throws IOException {
      var cookie = desk.signIn("carol");
      desk.users.remove("carol");
      assertThat(desk.caller(cookie)).isEmpty();
    }

    @Test
    void letsNobodyStayWhoseNameWasGivenToSomebodyElse() throws IOException {
      var cookie = desk.signIn("carol");
      desk.users.put("carol", true, ROLE);
      assertThat(desk.caller(cookie)).isEmpty();
    }

    @Test
    void letsNobodyStayWhoWasSignedOutEverywhere() throws IOException {
      var cookie = desk.signIn("carol");
      CONSOLE.revoke(Kind.SUBJECT, TestConsole.ISSUER, subject);
      assertThat(desk.caller(cookie)).isEmpty();
      assertThat(desk.caller(desk.signIn("carol"))).contains("carol");
    }
  }

  @Nested
  class OfAnIdentityStore {

    private final TestDesk desk = new TestDesk(CONSOLE, TestBeans.withStore());

    @Test
    void letsInWhomTheDirectoryDoesNotKnow() throws IOException {
      assertThat(desk.caller(desk.signIn("carol"))).contains("carol");
    }

    @Test
    void letsInWhomTheDirectoryKnowsAsAnAdministrator() throws IOException {
      desk.users.put("carol", true, ROLE);
      assertThat(desk.caller(desk.signIn("carol"))).contains("carol");
    }

    @Test
    void letsNobodyInWhomTheDirectoryHasDisabled() {
      desk.users.put("carol", false, ROLE);
      assertNoAdministrator(desk, "carol");
    }

    @Test
    void letsNobodyInWhoIsNoAdministratorInTheDirectory() {
      desk.users.put("carol", true, "editors");
      assertNoAdministrator(desk, "carol");
    }

    @Test
    void letsNobodyStayWhomTheDirectoryDisables() throws IOException {
      var subject = desk.users.put("carol", true, ROLE);
      var cookie = desk.signIn("carol");
      desk.users.put("carol", subject, false, ROLE);
      assertThat(desk.caller(cookie)).isEmpty();
    }

    @Test
    void letsNobodyStayWhoTurnsOutToBeNoAdministrator() throws IOException {
      var cookie = desk.signIn("carol");
      desk.users.put("carol", true, "editors");
      assertThat(desk.caller(cookie)).isEmpty();
    }

    @Test
    void letsNobodyStayWhoseSignInIsRevokedByItsIdInTheAuditTrail() throws IOException {
      var stolen = desk.signIn("carol");
      var entry = CONSOLE.newest().act();
      var another = desk.signIn("carol");
      assertThat(entry.action()).isEqualTo("console-sign-in");
      var target = Objects.requireNonNull(entry.target());
      assertThat(target.scope()).isEqualTo("token");
      CONSOLE.revoke(Kind.TOKEN, target.issuer(), target.value());
      assertThat(desk.caller(stolen)).isEmpty();
      assertThat(desk.caller(another)).contains("carol");
    }

    @Test
    void letsNobodyInWithAnotherPassword() {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> desk.signIn("carol", "guess"))
          .withMessage("The name or the password is wrong.");
    }
  }
}
