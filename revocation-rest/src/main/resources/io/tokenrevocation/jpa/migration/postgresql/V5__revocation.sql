-- What the scripts for H2 make up to this version; from here on both have scripts of the same
-- numbers. Keys are compared and sorted by their bytes, as on H2: whatever locale the database has,
-- and whatever a new version of the operating system makes of it, an index finds them.

-- The time now: now() and current_timestamp stand still inside a transaction; iat and cut-offs are
-- read after a lock is held.
create function revocation_clock_millis() returns bigint language sql volatile
  return floor(extract(epoch from clock_timestamp()) * 1000)::bigint;

create table revocation_pool (
  id varchar(55) collate "C" primary key,
  issuer varchar(512) collate "C" not null unique,
  created_at timestamp(6) with time zone not null
);

-- Private keys, sealed. Of a use, the key that began last signs.
create table revocation_signing_key (
  key_id varchar(64) collate "C" primary key,
  pool_id varchar(55) collate "C" not null references revocation_pool (id),
  token_use varchar(8) not null,
  sealed varchar(8192) not null,
  created_at timestamp(6) with time zone not null,
  signs_from timestamp(6) with time zone default current_timestamp not null
);

-- What an administrator may set is null for a client that the application registered.
create table revocation_client (
  id varchar(128) collate "C" primary key,
  pool_id varchar(55) collate "C" not null references revocation_pool (id),
  name varchar(128) not null,
  sealed_secret varchar(1024),
  flows varchar(256) not null,
  token_revocation boolean not null,
  access_seconds bigint not null,
  id_seconds bigint not null,
  refresh_seconds bigint not null,
  tells_unknown_users boolean not null,
  settings varchar(300000),
  created_at timestamp(6) with time zone not null,
  modified_at timestamp(6) with time zone not null,
  -- How long a refresh token works that was rotated out; null if the client does not rotate.
  rotation_grace_seconds bigint
);

-- Administrators list the clients of a pool by id.
create index revocation_client_of_pool on revocation_client (pool_id, id);

-- What signing out everywhere has done to a user.
create table revocation_subject (
  pool_id varchar(55) collate "C" not null,
  subject varchar(255) collate "C" not null,
  sign_out_epoch bigint not null,
  signed_out_at timestamp(6) with time zone not null,
  primary key (pool_id, subject)
);

-- One sign-in each. Whether its refresh token works stands here. What all its refresh tokens share
-- finds it; the newest works, and for a while the one it replaced.
create table revocation_family (
  id uuid primary key,
  pool_id varchar(55) collate "C" not null,
  subject varchar(255) collate "C" not null,
  username varchar(255) not null,
  client_id varchar(128) collate "C" not null,
  sign_out_epoch bigint not null,
  auth_time timestamp(6) with time zone not null,
  refresh_token_hash bytea not null unique,
  refresh_expires_at timestamp(6) with time zone not null,
  last_issued_at timestamp(6) with time zone not null,
  latest_expiry timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone,
  refresh_family_hash bytea not null,
  replaced_token_hash bytea,
  replaced_works_until timestamp(6) with time zone
);

create index revocation_family_by_issue on revocation_family (pool_id, subject, last_issued_at);

-- Whether a cut-off takes anything out of use.
create index revocation_family_by_sign_in on revocation_family (pool_id, auth_time);
create unique index revocation_family_by_refresh_token on revocation_family (refresh_family_hash);

-- Before when sign-ins are out of use, of a user, at a client or in a whole pool. Kept for good: a
-- refresh token lives longer than the log of revocations.
create table revocation_cut_off (
  pool_id varchar(55) collate "C" not null,
  kind varchar(16) collate "C" not null,
  revoked varchar(255) collate "C" not null,
  signed_in_before timestamp(6) with time zone not null,
  primary key (pool_id, kind, revoked)
);

-- The log that filters follow: appended to only, numbered in the order of the commits.
create table revocation_log (
  number bigint primary key,
  kind varchar(16) collate "C" not null,
  issuer varchar(512) collate "C" not null,
  revoked varchar(512) collate "C" not null,
  issued_before timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone not null,
  retain_until timestamp(6) with time zone not null,
  recorded_by varchar(300) default '' not null,
  reason varchar(256) default '' not null
);

create index revocation_log_by_key on revocation_log (revoked, issuer);

-- Locked by whoever appends to the log, until the commit.
create table revocation_log_end (
  id integer primary key,
  number bigint not null
);

insert into revocation_log_end (id, number) values (1, 0);
