-- Revocations commit side by side. A row keeps the transaction that wrote it, by which whoever
-- follows the log knows what may still come; its number is the order of recording only.
alter table revocation_log
  add column transaction_id bigint default pg_current_xact_id()::text::bigint not null;
create index revocation_log_by_transaction on revocation_log (transaction_id, number);

-- In the place of revocation_log_end, which H2 goes on locking.
create sequence revocation_log_number;
select setval('revocation_log_number', number + 1, false) from revocation_log_end;

-- By another name: a node of an older release, which follows the numbers, would miss what commits
-- out of their order. It fails instead, refuses requests as stale, and records nothing.
alter table revocation_log rename column recorded_by to revoked_by;
