package io.tokenrevocation.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The number of the newest revocation in {@link CommitOrder}: one row, locked from an append to its
 * commit.
 */
@Entity
@Table(name = "revocation_log_end")
class LogEnd {

  static final int ONLY = 1;

  @Id int id;
  long number;

  /** For Hibernate. */
  LogEnd() {}
}
