-- The account that was drawn as a whole; null where the lot was by customer, and for customers without an account.
alter table delivery.assignment add column account text;

-- Published: who was drawn into which arm, and with which account.
create or replace view delivery.drawn as
    select run_id, customer_id, arm, lot, assigned_at, account from delivery.assignment;
