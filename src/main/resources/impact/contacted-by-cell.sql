-- The same by what was known of people before: needed where one arm answers more often than the other.
select b.cell, e.kind, count(*) as people,
       (sum(date_part('epoch', e.at)) - count(*) * date_part('epoch', :start::timestamptz)) / 86400 as days
  from delivery.exposure e
  join impact.baseline b on b.run_id = e.run_id and b.customer_id = e.customer_id
 where e.run_id = :run and e.step = any (:steps) and e.at <= :now
 group by b.cell, e.kind
