-- Messages to single customers: what somebody asked for beside what stands in the ledger, under the same id.
create table delivery.direct (
    send_id uuid primary key,
    -- the same key twice is one send
    idempotency_key text not null unique,
    requested_by text not null,
    requested_at timestamptz not null,
    data jsonb not null default '{}',
    -- a person's own words in place of the template's
    subject text,
    body text,
    -- the invitation whose question this one asks again
    follows uuid
);
