-- People by arm, by the answer that opened their case and by the first one after it: to the same metric, on another
-- invitation, within the time that those on the waiting list wait. Whoever was contacted in that time is counted, too.
with followed as ({cases}),
told as (
    select f.arm, f.earlier, after.score, after.at,
           after.score is not null
           or exists (select
                        from survey.invited i
                       where i.customer_id = f.customer_id and i.survey_key = any (:surveys)
                         and i.invitation_id <> f.invitation_id and i.at > f.opened_at and i.at <= f.until) as asked,
           exists (select
                     from followup.contacted k
                    where k.customer_id = f.customer_id and k.at >= f.opened_at and k.at < f.until) as contacted
      from followed f
      left join lateral (
           select s.score, s.at
             from survey.score s
            where s.customer_id = f.customer_id and s.metric = :metric and s.invitation_id <> f.invitation_id
              and s.at > f.opened_at and s.at <= f.until
            order by s.at, s.invitation_id
            limit 1) after on true)
select arm, earlier, score, count(*) as people, count(*) filter (where asked) as asked,
       count(*) filter (where contacted) as contacted, min(at) as first_at,
       count(*) filter (where at > :now::timestamptz - interval '7 days') as recent
  from told
 group by arm, earlier, score
 order by arm, earlier, score nulls first
