create schema demo;

-- How far the sample company has been lived; one row.
create table demo.progress (
    only_row boolean primary key default true check (only_row),
    seed bigint not null,
    lived_until timestamptz not null,
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
    status_callback text
);

create index sms_recipient on demo.sms (recipient, id);
