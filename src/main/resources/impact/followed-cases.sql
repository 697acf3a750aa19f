-- Cases of one desk, metric and lot whose time to answer is over. Of a customer with several the first counts, so that
-- everybody counts once and nobody by what was done about an earlier case.
select distinct on (c.customer_id, c.arm = 'exempt')
       c.case_id, c.invitation_id, c.customer_id, c.opened_at, c.score as earlier,
       c.answered_at + :wait * interval '1 second' as until,
       case c.arm when 'follow-up' then 'treated' when 'held' then 'hold-out' else 'exempt' end as arm
  from followup.chronicle c
  join survey.score s on s.invitation_id = c.invitation_id and s.metric = :metric
 where c.desk = :desk and c.waiting_list_id is not distinct from :list::bigint
   and c.answered_at + :wait * interval '1 second' <= :now
 order by c.customer_id, c.arm = 'exempt', c.opened_at, c.case_id
