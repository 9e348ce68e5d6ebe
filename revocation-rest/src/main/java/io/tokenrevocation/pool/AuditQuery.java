package io.tokenrevocation.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries of the audit trail are asked for: those that meet every condition that is given.
 *
 * @param poolIds about one of these user pools; empty for all, and what is about none
 * @param from inclusive
 * @param to exclusive
 * @param conditions on the texts of an entry
 */
public record AuditQuery(
    Set<String> poolIds, Optional<Instant> from, Optional<Instant> to, List<Condition> conditions) {

  /** Takes unmodifiable copies. */
  public AuditQuery {
    poolIds = Set.copyOf(poolIds);
    conditions = List.copyOf(conditions);
  }

  /**
   * A text that an entry must have.
   *
   * @param field where
   * @param texts any of these, compared character by character; none is met by no entry
   */
  public record Condition(Field field, Set<String> texts) {

    /** Takes an unmodifiable copy. */
    public Condition {
      texts = Set.copyOf(texts);
    }
  }

  /** Where an entry has a text. */
  public enum Field {
    /** What was done. */
    ACTION,
    /** Whether it was: {@code done} or {@code refused}. */
    OUTCOME,
    /** Who did it. */
    BY,
    /** What it was done to: {@link AuditAct.Target#value}. */
    ABOUT
  }

  /**
   * Returns the same with another end.
   *
   * @param end exclusive
   * @return a copy
   */
  public AuditQuery upTo(Instant end) {
    return new AuditQuery(poolIds, from, Optional.of(end), conditions);
  }

  /**
   * Returns the same with other bounds.
   *
   * @param first inclusive
   * @param end exclusive
   * @return a copy
   */
  public AuditQuery between(Instant first, Instant end) {
    return new AuditQuery(poolIds, Optional.of(first), Optional.of(end), conditions);
  }
}
