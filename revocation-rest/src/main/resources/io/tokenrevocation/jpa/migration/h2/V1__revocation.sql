-- H2's own clock stands still inside a transaction; iat and cut-offs are read after a lock is held.
create alias revocation_clock_millis for 'java.lang.System.currentTimeMillis';

create table revocation_pool (
  id varchar(55) primary key,
  issuer varchar(512) not null unique,
  created_at timestamp(6) with time zone not null
);

-- Private keys, sealed. The newest of a use signs.
create table revocation_signing_key (
  key_id varchar(64) primary key,
  pool_id varchar(55) not null references revocation_pool (id),
  token_use varchar(8) not null,
  sealed varchar(8192) not null,
  created_at timestamp(6) with time zone not null
);

create table revocation_client (
  id varchar(128) primary key,
  pool_id varchar(55) not null references revocation_pool (id),
  name varchar(128) not null,
  sealed_secret varchar(1024),
  flows varchar(256) not null,
  token_revocation boolean not null,
  access_seconds bigint not null,
  id_seconds bigint not null,
  refresh_seconds bigint not null
);

-- What signing out everywhere has done to a user.
create table revocation_subject (
  pool_id varchar(55) not null,
  subject varchar(255) not null,
  sign_out_epoch bigint not null,
  signed_out_at timestamp(6) with time zone not null,
  primary key (pool_id, subject)
);

-- One sign-in each. Whether its refresh token works stands here.
create table revocation_family (
  id uuid primary key,
  pool_id varchar(55) not null,
  subject varchar(255) not null,
  username varchar(255) not null,
  client_id varchar(128) not null,
  sign_out_epoch bigint not null,
  auth_time timestamp(6) with time zone not null,
  refresh_token_hash varbinary(32) not null unique,
  refresh_expires_at timestamp(6) with time zone not null,
  last_issued_at timestamp(6) with time zone not null,
  latest_expiry timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);

create index revocation_family_by_issue on revocation_family (pool_id, subject, last_issued_at);

-- The log that filters follow: appended to only, numbered in the order of the commits.
create table revocation_log (
  number bigint primary key,
  kind varchar(16) not null,
  issuer varchar(512) not null,
  revoked varchar(255) not null,
  issued_before timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone not null,
  retain_until timestamp(6) with time zone not null
);

-- Locked by whoever appends to the log, until the commit.
create table revocation_log_end (
  id integer primary key,
  number bigint not null
);

insert into revocation_log_end (id, number) values (1, 0);
