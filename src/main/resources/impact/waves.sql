-- Answers of those contacted and of all others in two equal spans before the start and in the span after it.
select (b.customer_id is not null) as treated,
       case when s.at > :start then 2 when s.at > :start::timestamptz - :span * interval '1 second' then 1 else 0 end as wave,
       count(*) filter (where s.score < :middle) as detractors,
       count(*) filter (where s.score >= :middle and s.score < :upper) as passives,
       count(*) filter (where s.score >= :upper) as promoters
  from survey.score s
  left join impact.baseline b on b.run_id = :run and b.customer_id = s.customer_id
 where s.metric = :metric and s.customer_id is not null and s.at > :start::timestamptz - :span * 2 * interval '1 second' and s.at <= :now
 group by 1, 2
