-- Customers of no arm who answered before and after the start: what became of scores where nothing was done.
with earlier as (
    select distinct on (customer_id) customer_id, score
      from survey.score
     where metric = :metric and at <= :start
     order by customer_id, at desc, invitation_id desc),
later as (
    select distinct on (customer_id) customer_id, score
      from survey.score
     where metric = :metric and at > :start and at <= :now and run_id <> :run
     order by customer_id, at, invitation_id)
select e.score as earlier, l.score, count(*) as people
  from earlier e
  join later l on l.customer_id = e.customer_id
 where not exists (select from impact.baseline b where b.run_id = :run and b.customer_id = e.customer_id)
 group by e.score, l.score
