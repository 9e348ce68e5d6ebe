-- Before when sign-ins are out of use, of a user, at a client or in a whole pool. Kept for good: a
-- refresh token lives longer than the log of revocations.
create table revocation_cut_off (
  pool_id varchar(55) not null,
  kind varchar(16) not null,
  revoked varchar(255) not null,
  signed_in_before timestamp(6) with time zone not null,
  primary key (pool_id, kind, revoked)
);

-- Who recorded a revocation, and why.
alter table revocation_log add column recorded_by varchar(300) default '' not null;
alter table revocation_log add column reason varchar(256) default '' not null;

-- The key of an issuer's revocation is the issuer itself.
alter table revocation_log alter column revoked varchar(512);

create index revocation_log_by_key on revocation_log (revoked, issuer);

-- Whether a cut-off takes anything out of use.
create index revocation_family_by_sign_in on revocation_family (pool_id, auth_time);
