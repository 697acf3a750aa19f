-- What is to change so that customers need not complain again, with the cases that showed it.
create table followup.improvement (
    id bigint generated always as identity primary key,
    title text not null check (title <> ''),
    desk text,
    root_cause text,
    -- the department that answers for it; empty while nobody does
    owner text not null default '',
    state text not null check (state in ('PROPOSED', 'DOING', 'DONE', 'DROPPED')),
    due date,
    -- of the campaign that is to show the effect
    campaign_key text,
    proposed_by text not null,
    proposed_at timestamptz not null,
    -- when it first changed anything, which parts before from after
    begun_at timestamptz
);

create table followup.improvement_case (
    improvement_id bigint not null references followup.improvement (id),
    case_id bigint not null references followup.case (id),
    primary key (improvement_id, case_id)
);

create index improvement_of_case on followup.improvement_case (case_id);

-- Append-only: what was proposed, changed and decided, by whom.
create table followup.improvement_event (
    id bigint generated always as identity primary key,
    improvement_id bigint not null references followup.improvement (id),
    at timestamptz not null,
    actor text not null,
    what text not null check (what in ('PROPOSED', 'CHANGED', 'DOING', 'DONE', 'DROPPED')),
    text text not null default ''
);

create index improvement_event_of on followup.improvement_event (improvement_id, id);

-- Published: cases whose customer has not been contacted yet, with when that is due.
create view followup.awaited as
    select id as case_id, desk, due_at
      from followup.case
     where state in ('NEW', 'WORKING') and first_contact_at is null and due_at is not null;
