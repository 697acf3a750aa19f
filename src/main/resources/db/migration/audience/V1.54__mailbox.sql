-- Who writes to us is known by their address.
create index customer_email on audience.customer (email_fp) where email_fp is not null;
