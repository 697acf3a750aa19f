-- Who was asked, by what was known of them before.
select b.arm, b.stratum, b.earlier, count(*) as people
  from delivery.exposure e
  join impact.baseline b on b.run_id = e.run_id and b.customer_id = e.customer_id
 where e.run_id = :run and e.step = any (:steps) and e.kind = 'survey' and e.at <= :now
 group by b.arm, b.stratum, b.earlier
