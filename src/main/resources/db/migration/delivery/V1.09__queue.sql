-- The ledger keeps one row per person; what is still open waits here. A claim, a retry or a release touches only this narrow
-- table, so that the ledger's own rows change in place and its size costs nothing while sending.
create table delivery.due (
    send_id uuid primary key,
    -- the order of planning, which is the order on disk
    place bigint generated always as identity,
    run_id bigint not null,
    channel text not null,
    urgent boolean not null,
    domain text not null,
    not_before timestamptz not null,
    expires_at timestamptz not null,
    worker bigint,
    -- 0 unless a worker died holding it; then it is written alone, and each further death counts
    suspicion smallint not null default 0
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

create index due_next on delivery.due (run_id, channel, urgent, not_before, place) where worker is null;
create index due_held on delivery.due (worker) where worker is not null;

insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
select id, run_id, channel, purpose = 'service', '', not_before, expires_at
  from delivery.send
 where state in ('PLANNED', 'CLAIMED', 'DEFERRED', 'SENDING')
 order by run_id, not_before, id;

update delivery.due d set worker = s.worker from delivery.send s where s.id = d.send_id and s.state in ('CLAIMED', 'SENDING');
update delivery.send set state = 'PLANNED' where state = 'CLAIMED';

-- Nothing that changes while sending is indexed, and each page has room for the changed rows.
drop index delivery.send_due, delivery.send_held, delivery.send_customer;
create index send_customer on delivery.send (customer_id);

alter table delivery.send
    drop constraint send_state_check,
    add constraint send_state_check check (state in (
        'PLANNED', 'SENDING', 'ACCEPTED', 'DEFERRED', 'REJECTED', 'UNKNOWN', 'QUARANTINED',
        'GHOST', 'SUPPRESSED', 'SKIPPED', 'EXPIRED', 'CANCELLED',
        'DELIVERED', 'BOUNCED', 'COMPLAINED', 'UNDELIVERED')),
    set (fillfactor = 60);

-- Written in the statement that settles the send, which is proof enough that there is one.
alter table delivery.attempt drop constraint attempt_send_id_fkey;

-- A process that sends. It lives as long as its session holds the advisory lock of its id; no clock decides.
create table delivery.worker (
    id bigint primary key,
    name text not null,
    session int not null,
    started_at timestamptz not null default clock_timestamp(),
    seen_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz
);

-- How much may be sent: one row per relay, run or domain that has a limit, shared by all nodes.
create table delivery.bucket (
    key text primary key,
    tokens double precision not null,
    filled_at timestamptz not null,
    first_day date not null,
    day date not null,
    taken_today int not null
);
