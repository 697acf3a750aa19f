-- What else a comparison must know of each arm: who got the same campaign by another run although this one holds them
-- back, who left, and who took a consent back.
with mixed as (
    select b.arm, count(distinct e.customer_id) as people
      from campaign.run r
      join delivery.exposure e on e.run_id = r.run_id
      join impact.baseline b on b.run_id = :run and b.customer_id = e.customer_id
     where r.campaign_key = :campaign and r.run_id <> :run
       and e.kind = 'message' and e.exposure = 'REAL' and e.at between :start and :now
       and b.arm = 'hold-out'
     group by b.arm),
churned as (
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
select a.arm, coalesce(m.people, 0) as mixed, coalesce(c.people, 0) as churned, coalesce(w.people, 0) as withdrawn
  from (values ('treated'), ('hold-out')) as a (arm)
  left join mixed m on m.arm = a.arm
  left join churned c on c.arm = a.arm
  left join withdrawn w on w.arm = a.arm
