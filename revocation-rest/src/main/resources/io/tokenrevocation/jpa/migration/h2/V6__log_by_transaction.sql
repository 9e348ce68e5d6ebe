-- For PostgreSQL, where the log is ordered by it. Here the lock of revocation_log_end keeps the
-- order of the commits.
alter table revocation_log add column transaction_id bigint default 0 not null;
alter table revocation_log alter column recorded_by rename to revoked_by;
