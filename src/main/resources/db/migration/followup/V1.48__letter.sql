-- What an agent is writing to a customer and has not sent yet.
create table followup.draft (
    case_id bigint not null references followup.case (id),
    channel text not null check (channel in ('email', 'sms')),
    template text not null,
    subject text not null,
    body text not null,
    -- makes a second click on the same draft the same message
    key uuid not null,
    saved_at timestamptz not null,
    primary key (case_id, channel)
);

-- What an agent sent to a customer, word for word.
create table followup.letter (
    send_id uuid primary key,
    case_id bigint not null references followup.case (id),
    agent text not null,
    channel text not null check (channel in ('email', 'sms')),
    template text not null,
    subject text not null,
    body text not null,
    sent_at timestamptz not null,
    -- until then it can be taken back
    goes_at timestamptz not null,
    -- the state of the ledger that the case knows of
    seen text
);

create index letter_case on followup.letter (case_id, sent_at);
create index letter_sent on followup.letter (sent_at);

-- Replies of customers by their provider's message id, so that each counts once.
create table followup.reply (
    key text primary key,
    case_id bigint not null references followup.case (id),
    at timestamptz not null
);

-- The question that is asked again some time after a case was opened; one per case.
create table followup.second_survey (
    case_id bigint primary key references followup.case (id),
    survey text not null,
    -- null if there was nowhere to send it
    send_id uuid unique,
    begun_at timestamptz not null,
    asked_at timestamptz,
    refused text,
    score smallint,
    answered_at timestamptz
);

create index second_survey_open on followup.second_survey (begun_at) where answered_at is null and refused is null;
create index case_opened on followup.case (desk, opened_at);

-- How a case ended stands with the event, since one that is opened again may end in another way.
alter table followup.event
    add column outcome text,
    add column root_cause text,
    drop constraint event_what_check,
    add constraint event_what_check check (what in (
        'OPENED', 'TAKEN', 'HANDED_OVER', 'SNOOZED', 'BACK', 'ESCALATED', 'CONTACT', 'REFUSED', 'REPLY', 'NOTE', 'MERGED',
        'CLOSED', 'REOPENED', 'ASKED', 'NOT_ASKED', 'ANSWERED'));

update followup.event e
   set outcome = c.outcome, root_cause = c.root_cause
  from followup.case c
 where c.id = e.case_id and e.what = 'CLOSED';

-- Published: what customers answered when they were asked again.
create view followup.second_answer as
    select case_id, survey, send_id, asked_at, refused, score, answered_at
      from followup.second_survey;
