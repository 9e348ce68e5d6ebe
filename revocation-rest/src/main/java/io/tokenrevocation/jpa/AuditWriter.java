package io.tokenrevocation.jpa;

import io.tokenrevocation.pool.AuditAct;
import io.tokenrevocation.pool.Caller;
import io.tokenrevocation.pool.CurrentCaller;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Writes acts down in the transaction that does them. Thread-safe. */
final class AuditWriter {

  private final CurrentCaller caller;

  AuditWriter(CurrentCaller caller) {
    this.caller = caller;
  }

  /** Writes, at a time that was read in this transaction. */
  void write(EntityManager entities, AuditAct act, Instant at) {
    write(entities, act, caller.get(), at);
  }

  /** The same for somebody else. */
  void write(EntityManager entities, AuditAct act, Caller from, Instant at) {
    entities.persist(new AuditRow(act, at, from.address()));
  }
}
