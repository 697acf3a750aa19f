-- Answers of this run, by what was known of people before and by the reasons they chose; one pass serves both.
select b.cell, a.score, a.survey_key, a.reasons, count(*) as people, min(a.at) as first_at,
       count(*) filter (where a.at > :now::timestamptz - interval '7 days') as recent
  from {answers} a
  join impact.baseline b on b.run_id = a.run_id and b.customer_id = a.customer_id
 where a.run_id = :run and a.metric = :metric and a.at <= :now
 group by b.cell, a.score, a.survey_key, a.reasons
 union all
-- Of an anonymous answer nothing is known but the arm and the day, so it counts where people of an arm are not told apart.
select c.cell, a.score, a.survey_key, a.reasons, count(*), least(min(a.at) + interval '1 day', :now::timestamptz),
       count(*) filter (where a.at > :now::timestamptz - interval '7 days')
  from survey.anonymous a
  join (select arm, min(cell) as cell from impact.cell where run_id = :run group by arm having count(*) = 1) c on c.arm = a.arm
 where a.run_id = :run and a.metric = :metric and a.at <= :now
 group by c.cell, a.score, a.survey_key, a.reasons
