-- How many accounts are alike in what their people did; all that errors by account need, and nothing about single people.
with person as (
    select d.arm, d.account, case when d.account is null then d.customer_id end as alone, d.customer_id,
           (:points::float8[])[a.score + 1] as points, (:points::float8[])[b.earlier + 1] as earlier
      from delivery.drawn d
      join impact.known b on b.run_id = d.run_id and b.customer_id = d.customer_id
      left join {answers} a on a.run_id = d.run_id and a.customer_id = d.customer_id
                           and a.metric = :metric and a.at <= :now
     where d.run_id = :run),
drawn as (
    select arm, account, alone, count(*) as people, count(points) as answers, sum(points) as points,
           count(earlier) as known, sum(earlier) as earlier
      from person
     group by arm, account, alone),
happened as (
    select customer_id, type as name
      from audience.happening
     where type = any(:guardrails::text[]) and at > :start and at <= :now
     union
    select customer_id, 'withdrawn'
      from consent.withdrawal
     where at > :start and at <= :now),
hit as (
    select p.account, p.alone, h.name, count(*) as people
      from person p
      join happened h on h.customer_id = p.customer_id
     group by p.account, p.alone, h.name),
counted as (
    select c."of", d.arm, c.people, c.total
      from drawn d
     cross join lateral (values ('score', answers, points), ('earlier', known, earlier), ('answered', people, answers))
                        c ("of", people, total)
     where c.people > 0
     union all
    select g.name, d.arm, d.people, coalesce(h.people, 0)
      from drawn d
     cross join unnest(:guardrails::text[] || array['withdrawn']) g (name)
      left join hit h on h.account is not distinct from d.account and h.alone is not distinct from d.alone
                     and h.name = g.name)
select "of", arm, people, total, count(*) as accounts
  from counted
 group by "of", arm, people, total
 order by "of" collate "C", arm collate "C" desc, people, total
