-- First contacts that happened, or would have; days are those since the start, to compare when the arms were asked.
select e.arm, e.kind, count(*) as people,
       (sum(date_part('epoch', e.at)) - count(*) * date_part('epoch', :start::timestamptz)) / 86400 as days
  from delivery.exposure e
 where e.run_id = :run and e.step = any (:steps) and e.at <= :now
 group by e.arm, e.kind
