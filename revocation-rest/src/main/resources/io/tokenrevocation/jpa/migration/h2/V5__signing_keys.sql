-- When a key takes over from the one before it, which goes a day and some minutes later. The keys
-- there are have signed since they were made; so do those a node of an older release may make.
alter table revocation_signing_key
  add column signs_from timestamp(6) with time zone default current_timestamp not null;
update revocation_signing_key set signs_from = created_at;
