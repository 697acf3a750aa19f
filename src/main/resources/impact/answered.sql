select b.arm, b.stratum, b.earlier, a.score, a.survey_key, count(*) as people, min(a.at) as first_at,
       count(*) filter (where a.at > :now::timestamptz - interval '7 days') as recent
  from {answers} a
  join impact.baseline b on b.run_id = :run and b.customer_id = a.customer_id
 where a.run_id = :run and a.metric = :metric and a.at <= :now
 group by b.arm, b.stratum, b.earlier, a.score, a.survey_key
