-- People whom other runs held back by lot, by their answer before and after: what scores do where nothing is done.
select first.earlier, first.score, count(*) as people
  from (select distinct on (b.run_id, b.customer_id) b.earlier, s.score
          from impact.plan p
          join impact.known b on b.run_id = p.run_id
          join survey.score s on s.run_id = b.run_id and s.customer_id = b.customer_id
         where p.run_id <> :run and p.document::jsonb ->> 'metric' = :metric
           and b.arm = 'hold-out' and b.earlier is not null
           and s.metric = :metric and s.at <= :now
         order by b.run_id, b.customer_id, s.at, s.invitation_id) first
 group by first.earlier, first.score
 order by first.earlier, first.score
