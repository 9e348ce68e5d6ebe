package io.tokenrevocation.pool;

import io.tokenrevocation.RevocationKey;
import io.tokenrevocation.RevocationKey.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the console has of a whole authority on its real database. */
public final class TestConsole implements AutoCloseable {

  /** The issuer of the only user pool. */
  public static final String ISSUER = TestAuthority.ISSUER;

  private final TestAuthority authority = new TestAuthority();

  /** Returns the authority, which has started. */
  public Authority authority() {
    return authority.started;
  }

  /** Returns what sign-ins are made of. */
  public ConsoleSignIns signIns() {
    return authority.consoleSignIns;
  }

  /** Returns the audit trail. */
  public AuditTrail trail() {
    return authority.trail;
  }

  /** Returns the newest entry of the audit trail. */
  public AuditEntry newest() {
    var all = new AuditQuery(Set.of(), Optional.empty(), Optional.empty(), List.of());
    return authority.database.audit().newest(all, Optional.empty(), 1).get(0);
  }

  /** Revokes what another administrator has asked for, up to now. */
  public void revoke(Kind kind, String issuer, String value) {
    var key = new RevocationKey(kind, issuer, value);
    var request = new RevocationRequest(key, Optional.empty(), TestAuthority.NOTE);
    TestAuthority.done(authority.anyRevoker.revoke(request));
  }

  @Override
  public void close() {
    authority.close();
  }
}
