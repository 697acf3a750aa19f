-- Reasons that people chose with their first answer; so few as might be known are left out.
select t.reason,
       count(*) filter (where b.arm = 'treated') as treated,
       count(*) filter (where b.arm = 'hold-out') as hold_out
  from survey.score s
  join impact.baseline b on b.run_id = s.run_id and b.customer_id = s.customer_id
 cross join unnest(s.reasons) as t (reason)
 where s.run_id = :run and s.metric = :metric and s.at <= :now
 group by t.reason
having count(*) >= 5
 order by count(*) desc, t.reason collate "C"
 limit 20
