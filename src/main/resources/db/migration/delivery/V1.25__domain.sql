-- Sends to a recipient domain that has a rate of its own, or asked us to slow down, wait apart in the queue of that domain,
-- so that they hold up nobody else.
alter table delivery.due add column apart boolean not null default false;

drop index delivery.due_next;
create index due_next on delivery.due (run_id, channel, urgent, not_before, place) where worker is null and not apart;
create index due_apart on delivery.due (run_id, channel, urgent, domain, not_before, place) where worker is null and apart;

-- A domain that asked us to slow down is left alone until then; the pause grows with each one that did not help.
alter table delivery.bucket
    add column rests_until timestamptz,
    add column rests smallint not null default 0;

-- The recipient domain of a customer's mails; empty for other channels.
create function delivery.domain_of(customer bigint, channel text) returns text language sql stable parallel safe as $$
    select coalesce((
        select lower(split_part(m.email, '@', 2))
          from audience.member m
         where m.customer_id = customer and channel = 'email'), '')
$$;
