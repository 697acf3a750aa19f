-- Answers of this run, by what was known of people before and by the reasons they chose; one pass serves both.
select b.cell, a.score, a.survey_key, a.reasons, count(*) as people, min(a.at) as first_at,
       count(*) filter (where a.at > :now::timestamptz - interval '7 days') as recent
  from {answers} a
  join impact.baseline b on b.run_id = a.run_id and b.customer_id = a.customer_id
 where a.run_id = :run and a.metric = :metric and a.at <= :now
 group by b.cell, a.score, a.survey_key, a.reasons
