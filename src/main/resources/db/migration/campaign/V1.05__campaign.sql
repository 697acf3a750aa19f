create schema campaign;

create table campaign.campaign (
    key text primary key,
    state text not null check (state in ('DRAFT', 'LAUNCHED', 'PAUSED', 'CANCELLED', 'FINISHED')),
    version int not null,
    -- SHA-256 of the current version, and of the file when it was last taken over.
    hash text not null,
    file_hash text,
    launched_version int,
    next_run_at timestamptz,
    launched_at timestamptz,
    launched_by text,
    updated_at timestamptz not null
);

create index campaign_due on campaign.campaign (next_run_at) where state = 'LAUNCHED' and next_run_at is not null;

-- Immutable: an edit makes a new version.
create table campaign.version (
    campaign_key text not null references campaign.campaign (key),
    version int not null,
    hash text not null,
    source text not null,
    created_by text not null,
    created_at timestamptz not null,
    primary key (campaign_key, version)
);

create table campaign.execution (
    id bigint generated always as identity primary key,
    campaign_key text not null references campaign.campaign (key),
    version int not null,
    number int not null,
    state text not null check (state in ('DUE', 'RUNNING', 'PAUSED', 'CANCELLED', 'FINISHED')),
    salt text not null,
    start_at timestamptz not null,
    opens time,
    closes time,
    excepted text[] not null default '{}',
    per_minute int,
    -- Tells a pause during the run from one before it.
    planned boolean not null default false,
    finished_at timestamptz,
    unique (campaign_key, number)
);

-- Published: the runs, with all the gate needs to know about them.
create view campaign.run as
    select id as run_id, campaign_key, version, number, state, salt, start_at, opens, closes, excepted, per_minute,
           finished_at
      from campaign.execution;

-- Published: the lot. SHA-256 over salt and customer, as a number from 0 to 9999; the same customer of the same run
-- always draws the same number, so a restarted planning changes nothing.
create function campaign.lot(salt text, customer_id bigint) returns int
language sql immutable parallel safe as $$
    select ((('x' || encode(substr(sha256(convert_to(salt || ':' || customer_id, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint
             & 4294967295) % 10000)::int
$$;
