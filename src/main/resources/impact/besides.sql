-- What else a comparison must know of each arm: who left, and who took a consent back.
with churned as (
    select b.arm, count(distinct h.customer_id) as people
      from audience.happening h
      join impact.baseline b on b.run_id = :run and b.customer_id = h.customer_id
     where h.type = 'churned' and h.at > :start and h.at <= :now
     group by b.arm),
withdrawn as (
    select b.arm, count(distinct w.customer_id) as people
      from consent.withdrawal w
      join impact.baseline b on b.run_id = :run and b.customer_id = w.customer_id
     where w.at > :start and w.at <= :now
     group by b.arm)
select a.arm, coalesce(c.people, 0) as churned, coalesce(w.people, 0) as withdrawn
  from (values ('treated'), ('hold-out')) as a (arm)
  left join churned c on c.arm = a.arm
  left join withdrawn w on w.arm = a.arm
