-- How many accounts are alike in what their people did; all that errors by account need, and nothing about single people.
with person as (
    select d.arm, d.account, case when d.account is null then d.customer_id end as alone,
           (:points::float8[])[a.score + 1] as points, (:points::float8[])[b.earlier + 1] as earlier,
           h.customer_id as churned, w.customer_id as withdrawn
      from delivery.drawn d
      join impact.baseline b on b.run_id = d.run_id and b.customer_id = d.customer_id
      left join {answers} a on a.run_id = d.run_id and a.customer_id = d.customer_id
                           and a.metric = :metric and a.at <= :now
      left join (select distinct customer_id from audience.happening
                  where type = 'churned' and at > :start and at <= :now) h on h.customer_id = d.customer_id
      left join (select distinct customer_id from consent.withdrawal
                  where at > :start and at <= :now) w on w.customer_id = d.customer_id
     where d.run_id = :run),
drawn as (
    select arm, count(*) as people, count(points) as answers, sum(points) as points, count(earlier) as known,
           sum(earlier) as earlier, count(churned) as churned, count(withdrawn) as withdrawn
      from person
     group by arm, account, alone)
select c."of", d.arm, c.people, c.total, count(*) as accounts
  from drawn d
 cross join lateral (values ('score', answers, points), ('earlier', known, earlier), ('answered', people, answers),
                            ('churned', people, churned), ('withdrawn', people, withdrawn)) c ("of", people, total)
 where c.people > 0
 group by c."of", d.arm, c.people, c.total
 order by c."of" collate "C", d.arm collate "C" desc, c.people, c.total
