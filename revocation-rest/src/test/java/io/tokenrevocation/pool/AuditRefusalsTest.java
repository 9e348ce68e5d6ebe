package io.tokenrevocation.pool;

import static io.tokenrevocation.pool.TestAuthority.NOTE;
import static io.tokenrevocation.pool.TestAuthority.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tokenrevocation.jpa.TestDatabase;
import io.tokenrevocation.mint.Vault;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many refusals the audit trail has, of whom. */
class AuditRefusalsTest {

  private static final AuditQuery ALL =
      new AuditQuery(Set.of(), Optional.empty(), Optional.empty(), List.of());
  private static final Vault VAULT = new Vault(new byte[Vault.KEY_LENGTH]);

  private final TestDatabase database = TestDatabase.open();
  private final AuditStore store = database.audit();
  private final AuditTrail trail = new AuditTrail(store, VAULT, System::nanoTime);

  @AfterEach
  void close() {
    database.close();
  }

  private List<AuditAct> written() {
    return store.newest(ALL, Optional.empty(), 50).stream().map(AuditEntry::act).toList();
  }

  private final AuditAct refused = AuditAct.refused("ListNodes", POOL, NOTE);

  @Test
  void isBounded() {
    for (var i = 0; i < 2 * RefusalBound.OF_ONE; i++) {
      trail.refused(refused);
    }
    assertThat(written()).hasSize(RefusalBound.OF_ONE).containsOnly(refused);
  }

  @Test
  void areWrittenOfAdministratorsHoweverManyOthersAreRefused() {
    for (var i = 0; i < 2 * RefusalBound.OF_ALL; i++) {
      trail.refusedToOthers(AuditAct.refused("ListNodes", POOL, Note.by("user " + i)));
    }
    trail.refused(refused);
    assertThat(written()).first().isEqualTo(refused);
    assertThat(store.newest(ALL, Optional.empty(), 2 * RefusalBound.OF_ALL))
        .hasSize(RefusalBound.OF_ALL + 1);
  }

  @Test
  void areWrittenOfOthersHoweverManyAdministratorsAreRefused() {
    for (var i = 0; i < 2 * RefusalBound.OF_ALL; i++) {
      trail.refused(AuditAct.refused("ListNodes", POOL, Note.by("key " + i)));
    }
    trail.refusedToOthers(refused);
    assertThat(written()).first().isEqualTo(refused);
  }

  @Test
  void hinderNobodyWhereTheyCannotBeWritten() throws SQLException {
    assertThat(trail.now()).isNotNull();
    database.execute("drop table revocation_audit");
    assertThatCode(() -> trail.refused(refused)).doesNotThrowAnyException();
  }
}
