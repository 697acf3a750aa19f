create schema survey;

create table survey.invitation (
    id bigint generated always as identity primary key,
    send_id uuid not null unique,
    run_id bigint not null,
    customer_id bigint not null,
    survey_key text not null,
    language text not null,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index invitation_run on survey.invitation (run_id);
create index invitation_customer on survey.invitation (customer_id, survey_key);

-- Append-only. Only a person's POST writes here; opening the page leaves no trace.
create table survey.response_event (
    id bigint generated always as identity primary key,
    invitation_id bigint not null references survey.invitation (id),
    type text not null check (type in ('CONFIRMED', 'AMENDED')),
    score smallint not null check (score between 0 and 10),
    reasons text[] not null default '{}',
    comment text,
    call_back boolean,
    language text not null,
    at timestamptz not null
);

create index response_event_invitation on survey.response_event (invitation_id, id);
-- One confirmed answer per invitation; whatever comes later is an amendment.
create unique index response_confirmed on survey.response_event (invitation_id) where type = 'CONFIRMED';

-- Published: who was invited.
create view survey.invited as
    select id as invitation_id, send_id, run_id, customer_id, survey_key, created_at as at from survey.invitation;

-- Published: the first confirmed score of each invitation, which is the one that is analysed, with its time; reasons,
-- comment and the wish for a call as the customer left them last.
create view survey.response as
    select i.id as invitation_id, i.send_id, i.run_id, i.customer_id, i.survey_key, 'nps' as metric,
           first.score, latest.reasons, latest.comment, first.at, latest.call_back
      from survey.invitation i
      join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
      join lateral (select e.reasons, e.comment, e.call_back
                      from survey.response_event e
                     where e.invitation_id = i.id
                     order by e.id desc
                     limit 1) latest on true;
