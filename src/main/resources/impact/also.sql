-- Answers to the other metrics that the same run asks for.
select arm, metric, score, count(*) as people
  from (select b.arm, s.metric, s.score
          from survey.score s
          join impact.known b on b.run_id = s.run_id and b.customer_id = s.customer_id
         where s.run_id = :run and s.metric <> :metric and s.at <= :now
         union all
        select arm, metric, score
          from survey.anonymous
         where run_id = :run and arm is not null and metric <> :metric and at <= :now) other
 group by arm, metric, score
 order by metric, arm desc, score
