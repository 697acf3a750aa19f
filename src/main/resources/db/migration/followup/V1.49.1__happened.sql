-- Published: what happened to cases, for telling other systems.
create view followup.happened as
    select e.id as event_id, e.what, e.at, c.id as case_id, c.invitation_id, c.customer_id, c.desk, c.arm, c.score, c.state,
           c.owner, c.due_at, c.root_cause, c.outcome, c.closed_at
      from followup.event e
      join followup.case c on c.id = e.case_id;

create index event_at on followup.event (at) where what in ('OPENED', 'ESCALATED', 'CLOSED', 'REOPENED');
