create schema demo;

-- How far the sample company has been lived; one row.
create table demo.progress (
    only_row boolean primary key default true check (only_row),
    seed bigint not null,
    lived_until timestamptz not null,
    ends_at timestamptz not null,
    last_mail bigint not null default 0,
    last_sms bigint not null default 0,
    finished_at timestamptz
);

create table demo.mail (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    recipient text not null,
    subject text not null,
    raw bytea not null
);

create index mail_recipient on demo.mail (recipient, id);

create table demo.sms (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    sid text not null unique,
    sender text not null,
    recipient text not null,
    body text not null,
    status_callback text,
    called_back_at timestamptz
);

create index sms_recipient on demo.sms (recipient, id);
create index sms_to_call_back on demo.sms (id) where status_callback is not null and called_back_at is null;

-- What a simulated customer is going to do; the row goes when it is done, so that a killed simulation resumes here.
create table demo.errand (
    id bigint generated always as identity primary key,
    due_at timestamptz not null,
    kind text not null check (kind in ('READ', 'ANSWER', 'GLANCE', 'UNSUBSCRIBE')),
    customer text not null,
    campaign text not null,
    address text not null
);

create index errand_due on demo.errand (due_at);

-- Who has read the message of which campaign: the cause of the true effect.
create table demo.reading (
    customer text not null,
    campaign text not null,
    at timestamptz not null,
    primary key (customer, campaign)
);
