-- What all refresh tokens of a sign-in share finds it, also by one that was rotated out. The newest
-- works, and for a while the one it replaced. Of a sign-in that is older than this, the only token
-- stands for all.
alter table revocation_family add column refresh_family_hash varbinary(32);
update revocation_family set refresh_family_hash = refresh_token_hash;
alter table revocation_family alter column refresh_family_hash set not null;
create unique index revocation_family_by_refresh_token on revocation_family (refresh_family_hash);
alter table revocation_family add column replaced_token_hash varbinary(32);
alter table revocation_family add column replaced_works_until timestamp(6) with time zone;

-- How long a refresh token works that was rotated out; null if the client does not rotate.
alter table revocation_client add column rotation_grace_seconds bigint;
