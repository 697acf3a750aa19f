-- How many people of each arm ran into a guardrail while those on the waiting list waited; every name is there.
with followed as ({cases})
select a.arm, g.name,
       (select count(*)
          from followed f
         where f.arm = a.arm
           and case when g.name = 'withdrawn'
                    then exists (select
                                   from consent.withdrawal w
                                  where w.customer_id = f.customer_id and w.at > f.opened_at and w.at <= f.until)
                    else exists (select
                                   from audience.happening h
                                  where h.customer_id = f.customer_id and h.type = g.name
                                    and h.at > f.opened_at and h.at <= f.until) end) as people
  from (values ('treated'), ('hold-out')) as a (arm)
 cross join (select unnest(:guardrails::text[]) as name
             union all
             select 'withdrawn') g
