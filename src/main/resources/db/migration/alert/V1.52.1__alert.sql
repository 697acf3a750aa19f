create schema alert;

-- When each rule was looked at last; whoever moves it forward looks, so that of many nodes one does.
create table alert.watch (
    rule_key text primary key,
    looked_at timestamptz not null
);

-- Something that a rule found. Of the same rule and subject the newest row counts.
create table alert.notice (
    id bigint generated always as identity primary key,
    rule_key text not null,
    -- which kind of rule found it, and what it is about, such as a case or a touchpoint
    kind text not null,
    subject text not null,
    -- how bad it is, in the unit of its kind; higher is worse
    level double precision not null,
    facts jsonb not null,
    raised_at timestamptz not null,
    -- when it, or its last repetition, is to be in a mail; null once it is in one
    mail_at timestamptz,
    told_at timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz
);

create unique index notice_open on alert.notice (rule_key, subject) where acknowledged_at is null;
create index notice_subject on alert.notice (rule_key, subject, id);
create index notice_mail on alert.notice (rule_key, mail_at) where mail_at is not null;

-- Append-only: what happened to a notice, by whom.
create table alert.event (
    id bigint generated always as identity primary key,
    notice_id bigint not null references alert.notice (id),
    at timestamptz not null,
    actor text not null,
    what text not null check (what in ('RAISED', 'REPEATED', 'MAILED', 'ACKNOWLEDGED'))
);

create index event_notice on alert.event (notice_id, id);

-- Mails to leaders. One that was being handed over when the process died has an unknown outcome, and is not sent again.
create table alert.mail (
    id uuid primary key,
    rule_key text not null,
    address text not null,
    language text not null,
    notices bigint[] not null,
    state text not null check (state in ('PLANNED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN')),
    attempt int not null default 0,
    created_at timestamptz not null,
    not_before timestamptz not null,
    marked_at timestamptz,
    reply text not null default ''
);

create index mail_due on alert.mail (not_before) where state in ('PLANNED', 'SENDING');
