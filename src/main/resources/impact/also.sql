-- Answers to the other metrics that the same run asks for.
select b.arm, s.metric, s.score, count(*) as people
  from survey.score s
  join impact.known b on b.run_id = s.run_id and b.customer_id = s.customer_id
 where s.run_id = :run and s.metric <> :metric and s.at <= :now
 group by b.arm, s.metric, s.score
 order by s.metric, b.arm desc, s.score
