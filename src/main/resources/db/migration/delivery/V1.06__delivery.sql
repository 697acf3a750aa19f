create schema delivery;

create table delivery.assignment (
    run_id bigint not null,
    customer_id bigint not null,
    arm text not null check (arm in ('treated', 'hold-out')),
    lot int not null,
    assigned_at timestamptz not null,
    primary key (run_id, customer_id)
);

create table delivery.send (
    id uuid primary key default gen_random_uuid(),
    run_id bigint not null,
    step smallint not null,
    customer_id bigint not null,
    arm text not null check (arm in ('treated', 'hold-out')),
    kind text not null check (kind in ('message', 'survey', 'reminder')),
    purpose text not null check (purpose in ('service', 'marketing', 'survey')),
    channel text not null,
    template text not null,
    variant text,
    address_fp bytea not null,
    ghost boolean not null,
    state text not null check (state in (
        'PLANNED', 'CLAIMED', 'SENDING', 'ACCEPTED', 'DEFERRED', 'REJECTED', 'UNKNOWN',
        'GHOST', 'SUPPRESSED', 'SKIPPED', 'EXPIRED', 'CANCELLED',
        'DELIVERED', 'BOUNCED', 'COMPLAINED', 'UNDELIVERED')),
    reason text,
    not_before timestamptz not null,
    expires_at timestamptz not null,
    after interval not null default '0',
    -- for a reminder the step of its invitation, else the step itself
    of_step smallint not null,
    worker bigint,
    attempt smallint not null default 0,
    exposed_at timestamptz,
    settled_at timestamptz,
    unique (run_id, step, customer_id),
    unique (run_id, step, address_fp)
);

create index send_due on delivery.send (run_id, not_before, id) where state in ('PLANNED', 'DEFERRED');
create index send_held on delivery.send (worker) where state in ('CLAIMED', 'SENDING');
create index send_customer on delivery.send (customer_id, exposed_at) where exposed_at is not null;

-- Why somebody of the audience is not in the ledger.
create table delivery.decision (
    run_id bigint not null,
    step smallint not null,
    customer_id bigint not null,
    reason text not null,
    at timestamptz not null,
    primary key (run_id, step, customer_id)
);

-- Append-only: each try to hand a send to a provider.
create table delivery.attempt (
    send_id uuid not null references delivery.send (id),
    attempt smallint not null,
    outcome text not null,
    provider text not null,
    provider_id text,
    code text,
    reply text,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    primary key (send_id, attempt)
);

create index attempt_provider on delivery.attempt (provider, provider_id) where provider_id is not null;

-- Append-only inbox of what providers say later; the unique key swallows repeats.
create table delivery.receipt (
    id bigint generated always as identity primary key,
    provider text not null,
    provider_key text not null,
    send_id uuid,
    state text not null,
    code text,
    at timestamptz not null,
    applied_at timestamptz,
    unique (provider, provider_key)
);

create index receipt_open on delivery.receipt (id) where applied_at is null;

-- Published: every contact that happened (REAL) or would have happened to somebody held out (GHOST).
create view delivery.exposure as
    select run_id, step, customer_id, arm, kind, case when ghost then 'GHOST' else 'REAL' end as exposure, exposed_at as at
      from delivery.send
     where exposed_at is not null;

-- Published: the ledger without leases.
create view delivery.ledger as
    select id as send_id, run_id, step, customer_id, arm, kind, purpose, channel, template, variant, ghost, state, reason,
           not_before, attempt, exposed_at, settled_at
      from delivery.send;

-- Published: who was drawn into which arm.
create view delivery.drawn as
    select run_id, customer_id, arm, lot, assigned_at from delivery.assignment;

-- Published: who was left out, and why.
create view delivery.left_out as
    select run_id, step, customer_id, reason, at from delivery.decision;
