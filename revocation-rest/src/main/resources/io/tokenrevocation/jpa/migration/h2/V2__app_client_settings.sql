-- What an administrator may set. Those of a client that the application registered are null; such a
-- client never told anybody that a user is unknown. As text they are about as long as a request may
-- be.
alter table revocation_client add column tells_unknown_users boolean default false not null;
alter table revocation_client add column settings varchar(300000);
alter table revocation_client
  add column created_at timestamp(6) with time zone default current_timestamp not null;
alter table revocation_client
  add column modified_at timestamp(6) with time zone default current_timestamp not null;

-- New rows say it themselves.
alter table revocation_client alter column tells_unknown_users drop default;
alter table revocation_client alter column created_at drop default;
alter table revocation_client alter column modified_at drop default;

-- Administrators list the clients of a pool by id.
create index revocation_client_of_pool on revocation_client (pool_id, id);
