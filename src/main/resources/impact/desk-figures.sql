-- What became of the cases that a desk opened in a span of time. The answer after a case is the first to the same metric.
with opened as (
    select c.arm, c.root_cause, c.outcome, c.state, c.first_contact_at, c.escalated_at, c.score < m.middle as unhappy,
           after.score >= m.middle as recovered
      from followup.chronicle c
      join survey.score s on s.invitation_id = c.invitation_id
      join unnest(:metrics::text[], :middles::int[]) as m (metric, middle) on m.metric = s.metric
      left join lateral (
           select n.score
             from survey.score n
            where n.customer_id = c.customer_id and n.metric = s.metric and n.invitation_id <> c.invitation_id
              and n.at > c.answered_at and n.at <= :now
            order by n.at, n.invitation_id
            limit 1) after on true
     where c.desk = :desk and c.opened_at >= :from and c.opened_at <= :now)
select 'cases' as of, '' as name, count(*) as people from opened
union all
select 'in-time', '', count(*) from opened where first_contact_at is not null and escalated_at is null
union all
select 'late', '', count(*) from opened where escalated_at is not null
union all
select 'asked-again', '', count(*) from opened where unhappy and recovered is not null
union all
select 'recovered', '', count(*) from opened where unhappy and recovered
union all
select 'cause', root_cause, count(*) from opened where root_cause is not null group by root_cause
union all
select 'outcome', outcome, count(*) from opened where outcome is not null group by outcome
