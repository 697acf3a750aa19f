create schema outbox;

-- One row per endpoint and thing that happened. It holds no words: the body is written when it leaves, from the answer or
-- the case, so that what was erased there is nowhere else.
create table outbox.delivery (
    id bigint generated always as identity primary key,
    -- the same on every try, so that the receiver can recognise a repeat
    key uuid not null unique default gen_random_uuid(),
    endpoint text not null,
    event text not null,
    -- number of the event of the answer or of the case
    source bigint not null,
    customer_id bigint not null,
    at timestamptz not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'DEAD', 'GONE')),
    tries int not null default 0,
    -- when it is tried next; while it is on its way, when it is given up for lost and tried again
    due_at timestamptz not null,
    -- what came back last
    reason text not null default '',
    ended_at timestamptz,
    unique (endpoint, event, source)
);

create index delivery_due on outbox.delivery (endpoint, due_at, id) where state = 'WAITING';
create index delivery_person on outbox.delivery (endpoint, customer_id, id) where state = 'WAITING';
create index delivery_ended on outbox.delivery (ended_at) where state in ('DELIVERED', 'GONE');
create index delivery_dead on outbox.delivery (id) where state = 'DEAD';

-- From when on an endpoint wants to be told, and how far that has been done.
create table outbox.listened (
    endpoint text primary key,
    since timestamptz not null,
    until timestamptz not null
);
