-- What is over is found by when it was over.
create index if not exists revocation_log_by_retention on revocation_log (retain_until);
create index if not exists revocation_family_by_expiry on revocation_family (refresh_expires_at);

-- Whether a cut-off takes anything of a client out of use.
create index if not exists revocation_family_by_client on revocation_family (client_id, auth_time);

-- Locked by the node that removes what is over, for one batch.
create table revocation_purge (
  id integer primary key
);

insert into revocation_purge (id) values (1);

-- The version of the schema, as the scripts say themselves, however they are run.
create table revocation_schema (
  version integer primary key
);

insert into revocation_schema (version) values (7);
