package io.tokenrevocation.jpa;

import jakarta.persistence.EntityManager;

/**
 * Up to where a log that is ordered by transactions is complete.
 *
 * @param incarnation differs after whatever may set the numbers of transactions back: a start of
 *     the server, as every restore of its files needs one, and a table that was made anew
 * @param complete no transaction below it is running, so whoever reads now sees all they recorded.
 *     Never beyond the newest row: a number that no durable row has reached may be given out again
 *     after a crash
 * @param next a transaction that begins now has this number or a later one
 */
record LogHorizon(String incarnation, long complete, long next) {

  private static final String SQL =
      """
      select
        to_hex(hashtextextended(concat_ws(' ',
          extract(epoch from pg_postmaster_start_time()),
          (select oid from pg_database where datname = current_database()),
          'revocation_log'::regclass::oid), 0)),
        least(pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
          (select coalesce(max(transaction_id) + 1, 0) from revocation_log)),
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint
      """;

  /** Asks the database; what is read afterwards contains all below. */
  static LogHorizon of(EntityManager entities) {
    var row = (Object[]) entities.createNativeQuery(SQL, Object[].class).getSingleResult();
    return new LogHorizon(
        (String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
  }

  /** Tells whether a mark means here what it meant when it was made. */
  boolean continues(TransactionMark mark) {
    return mark.incarnation().equals(incarnation)
        && mark.horizon() <= next
        && mark.transactionId() <= next;
  }

  /** The mark before the first row. */
  TransactionMark beginning() {
    return TransactionMark.at(incarnation, 0);
  }
}
