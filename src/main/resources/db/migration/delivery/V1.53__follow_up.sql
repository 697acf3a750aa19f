-- Messages that follow a customer's answer are rows of the ledger like any others, of a step after all that were planned.
alter table delivery.send
    drop constraint send_kind_check,
    add constraint send_kind_check check (kind in ('message', 'survey', 'reminder', 'follow-up'));

-- How far the answers have been listened to; the row is also the lock that lets one node at a time follow them up.
create table delivery.heard (
    only_row boolean primary key default true check (only_row),
    until timestamptz not null
);

-- The runs in which a message may follow an answer, and until when one may come; null while sends are open.
create table delivery.awaited (
    run_id bigint primary key,
    until timestamptz
);

-- What customers wrote. The text goes when somebody has taken it; the key stays, so that each letter counts once.
create table delivery.letter (
    key text primary key,
    customer_id bigint not null,
    text text not null,
    at timestamptz not null,
    taken_at timestamptz
);

create index letter_waiting on delivery.letter (at) where taken_at is null;
