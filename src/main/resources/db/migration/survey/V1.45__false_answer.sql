-- Append-only, some 50 rows for each invitation at most: its link was opened, by a person or by a program.
create table survey.sighting (
    id bigint generated always as identity primary key,
    invitation_id bigint not null references survey.invitation (id),
    kind text not null check (kind in ('OPENED', 'PRESELECTED', 'HIDDEN')),
    score smallint,
    agent text not null check (agent in ('BROWSER', 'PROGRAM', 'NONE')),
    at timestamptz not null,
    check ((score is not null) = (kind = 'PRESELECTED'))
);

create index sighting_invitation on survey.sighting (invitation_id, at);

-- Append-only: by what a program gave itself away that opened the link.
create table survey.scanned (
    invitation_id bigint not null references survey.invitation (id),
    rule text not null check (rule in ('HIDDEN_LINK', 'MANY_SCORES', 'TOO_SOON')),
    at timestamptz not null,
    primary key (invitation_id, rule)
);

create index invitation_created on survey.invitation (created_at);

-- The answer came by a link that a program had opened before.
alter table survey.response_event add column review boolean not null default false;

create or replace view survey.score as
    select invitation_id, run_id, customer_id, survey_key, metric, score, reasons, at, review, mode
      from survey.response_event
     where type = 'CONFIRMED';

-- Published: invitations that people have opened; those that programs opened, too, are left out.
create view survey.opened as
    select i.id as invitation_id, i.run_id, i.customer_id, i.created_at as invited_at, min(s.at) as at
      from survey.invitation i
      join survey.sighting s on s.invitation_id = i.id
     where not exists (select from survey.scanned k where k.invitation_id = i.id)
     group by i.id;

-- Append-only: each SMS that customers wrote, by what was said back; their words are kept only where they are an answer.
create table survey.sms_reply (
    id bigint generated always as identity primary key,
    message_sid text not null unique,
    number_fp bytea not null,
    send_id uuid references survey.invitation (send_id),
    said text not null check (said in ('WHY', 'THANKS', 'CHANGED', 'NUMBER', 'EXPIRED', 'NOTHING', 'HELP', 'SILENCE', 'STOP')),
    reply text,
    at timestamptz not null
);

create index sms_reply_number on survey.sms_reply (number_fp, at);
create index sms_reply_send on survey.sms_reply (send_id, id) where send_id is not null;
