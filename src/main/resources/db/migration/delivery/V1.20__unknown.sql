-- What providers and people say is about one attempt: a late word on the first try must not settle the second.
alter table delivery.receipt
    add column attempt smallint,
    add column provider_id text,
    add column fault text,
    add column note text;

update delivery.receipt r set attempt = s.attempt from delivery.send s where s.id = r.send_id;

create index receipt_send on delivery.receipt (send_id, attempt);
create index receipt_message on delivery.receipt (provider, provider_id) where provider_id is not null;
create index send_unknown on delivery.send (settled_at) where state = 'UNKNOWN';

-- When a provider was asked last about an attempt with unknown outcome, and what that came to.
create table delivery.inquiry (
    send_id uuid not null references delivery.send (id),
    attempt smallint not null,
    times int not null,
    asked_at timestamptz not null,
    finding text,
    primary key (send_id, attempt)
);

-- Since when we have used an account: one that is newer than a send cannot prove that the send was never taken.
create table delivery.provider_account (
    account text primary key,
    since timestamptz not null
);

-- Append-only: each time a send was put back into the queue after an attempt, and why.
create table delivery.requeued (
    send_id uuid not null references delivery.send (id),
    attempt smallint not null,
    cause text not null,
    at timestamptz not null,
    primary key (send_id, attempt, cause)
);

-- Append-only: who asked to send again although the outcome is unknown, and who else agreed.
create table delivery.resend_request (
    send_id uuid not null references delivery.send (id),
    attempt smallint not null,
    asked_by text not null,
    asked_at timestamptz not null,
    why text not null,
    primary key (send_id, attempt)
);

create table delivery.resend_approval (
    send_id uuid not null,
    attempt smallint not null,
    approved_by text not null,
    approved_at timestamptz not null,
    primary key (send_id, attempt),
    foreign key (send_id, attempt) references delivery.resend_request (send_id, attempt)
);
