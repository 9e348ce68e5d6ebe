package io.tokenrevocation.pool;

import java.time.Instant;

/**
 * An act as the audit trail keeps it.
 *
 * @param number of the entry; larger numbers were written later, not every number is used
 * @param at by the database's clock
 * @param from the address of the request that did it, as the server knows it; empty if it was none
 * @param act what was done
 */
public record AuditEntry(long number, Instant at, String from, AuditAct act) {}
