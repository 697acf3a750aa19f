-- How many people of each arm ran into a guardrail since the start; every name is there, also with nobody.
select a.arm, g.name, coalesce(h.people, 0) as people
  from (values ('treated'), ('hold-out')) as a (arm)
 cross join (select unnest(:guardrails::text[]) as name
             union all
             select 'withdrawn') g
  left join (select b.arm, h.type as name, count(distinct h.customer_id) as people
               from audience.happening h
               join impact.known b on b.run_id = :run and b.customer_id = h.customer_id
              where h.type = any(:guardrails::text[]) and h.at > :start and h.at <= :now
              group by b.arm, h.type
             union all
             select b.arm, 'withdrawn', count(distinct w.customer_id)
               from consent.withdrawal w
               join impact.known b on b.run_id = :run and b.customer_id = w.customer_id
              where w.at > :start and w.at <= :now
              group by b.arm) h on h.arm = a.arm and h.name = g.name
