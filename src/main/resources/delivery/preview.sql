select coalesce(refusal, arm) as decision, case when refusal is null then channel end as channel, count(*) as customers
  from decided
 group by 1, 2
