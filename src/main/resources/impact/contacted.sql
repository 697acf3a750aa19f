-- First contacts that happened, or would have; days are those since the start, to compare when the arms were asked.
select b.arm, b.stratum, b.earlier, e.kind, count(*) as people,
       sum(date_part('epoch', e.at - :start::timestamptz)) / 86400 as days
  from delivery.exposure e
  join impact.baseline b on b.run_id = e.run_id and b.customer_id = e.customer_id
 where e.run_id = :run and e.step = any (:steps) and e.at <= :now
 group by b.arm, b.stratum, b.earlier, e.kind
