-- A waiting list as the desk's file said when the first case was drawn by it. Whoever compares keeps to one of them: under
-- another share or another time customers would differ by more than the lot.
create table followup.waiting_list (
    id bigint generated always as identity primary key,
    desk text not null,
    -- so many of 10,000 lots wait
    held int not null check (held between 1 and 9999),
    wait_seconds bigint not null check (wait_seconds > 0),
    -- the smallest effect worth having, in points
    worth int not null check (worth > 0),
    since timestamptz not null,
    unique (desk, held, wait_seconds, worth)
);

-- Null for a desk without a lot; an exempt case keeps the list that it did not have to wait on.
alter table followup.case add column waiting_list_id bigint references followup.waiting_list (id);

-- Published: the lots by which cases were drawn.
create view followup.drawing as
    select id as waiting_list_id, desk, held / 10000.0 as share, wait_seconds, worth, since from followup.waiting_list;

-- Published: cases with how they were drawn and what became of them. Whoever was reported late was not contacted in time.
create view followup.chronicle as
    select id as case_id, invitation_id, customer_id, desk, arm, waiting_list_id, score, state, root_cause, outcome,
           answered_at, opened_at, first_contact_at, escalated_at, closed_at
      from followup.case;

-- Published: contacts that agents made about a case.
create view followup.contacted as
    select c.id as case_id, c.customer_id, e.at, e.channel, e.reached
      from followup.event e
      join followup.case c on c.id = e.case_id
     where e.what = 'CONTACT';
