create schema followup;

-- One row per answer that somebody should act on.
create table followup.case (
    id bigint generated always as identity primary key,
    invitation_id bigint not null unique,
    customer_id bigint not null,
    desk text not null,
    score smallint not null,
    -- who may act on it: everybody, nobody until the waiting list is over, or everybody because it was too severe for the lot
    arm text not null check (arm in ('follow-up', 'held', 'exempt')),
    lot int not null,
    state text not null check (state in ('NEW', 'WORKING', 'WAITING', 'SNOOZED', 'HELD', 'CLOSED', 'MERGED')),
    owner text,
    answered_at timestamptz not null,
    opened_at timestamptz not null,
    -- until when the first contact is due; null while the clock rests, which then has so much opening time left
    due_at timestamptz,
    left_seconds bigint,
    -- when a case that was put off, or that waits by lot, comes back
    back_at timestamptz,
    first_contact_at timestamptz,
    escalated_at timestamptz,
    root_cause text,
    outcome text check (outcome in ('RESOLVED', 'NOT_RESOLVABLE', 'WRONG_CUSTOMER', 'NO_CONTACT_WISHED')),
    closed_at timestamptz,
    merged_into bigint references followup.case (id),
    check ((owner is not null) or state not in ('WORKING', 'WAITING', 'SNOOZED')),
    check ((due_at is null) <> (state in ('NEW', 'WORKING'))),
    check ((outcome is null) = (state <> 'CLOSED')),
    check (state <> 'CLOSED' or outcome <> 'RESOLVED' or root_cause is not null)
);

create index case_due on followup.case (desk, due_at, id) where state = 'NEW';
create index case_open on followup.case (owner, due_at) where state in ('WORKING', 'WAITING', 'SNOOZED');
create index case_back on followup.case (back_at) where state in ('SNOOZED', 'HELD');
create index case_customer on followup.case (customer_id);

-- Append-only: what happened to a case, by whom; contacts with the customer are among it.
create table followup.event (
    id bigint generated always as identity primary key,
    case_id bigint not null references followup.case (id),
    at timestamptz not null,
    actor text not null,
    what text not null check (what in ('OPENED', 'TAKEN', 'HANDED_OVER', 'SNOOZED', 'BACK', 'ESCALATED', 'CONTACT', 'REPLY',
                                       'NOTE', 'MERGED', 'CLOSED', 'REOPENED')),
    -- of a contact: how
    channel text check (channel in ('email', 'sms', 'call', 'visit')),
    -- of a call or visit: whether the customer was reached
    reached boolean,
    text text not null default ''
);

create index event_case on followup.event (case_id, id);

-- How far the answers have been listened to.
create table followup.listened (
    only_row boolean primary key default true check (only_row),
    until timestamptz not null
);

-- Published: cases by answer, for measuring what following up does.
create view followup.followed as
    select id as case_id, invitation_id, customer_id, desk, arm, lot, state, opened_at, first_contact_at, closed_at, outcome
      from followup.case;
