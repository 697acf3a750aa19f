-- Confirmed answers since the last look that are no case yet, each with the campaign that asked and the customer's answer to the same metric before it.
-- The look goes back some minutes: an answer is seen only once its transaction has ended.
select r.invitation_id, r.customer_id, r.survey_key, r.metric, r.score, r.comment, coalesce(r.call_back, false) as call_back,
       r.at, before.score as earlier, asked.campaign_key, asked.version,
       exists (select from followup.second_survey x where x.send_id = r.send_id) as again
  from survey.response r
  -- a desk that asked again is no campaign
  left join campaign.run asked on asked.run_id = r.run_id and asked.run_id <> 0
  left join lateral (
       select s.score
         from survey.score s
        where s.customer_id = r.customer_id and s.metric = r.metric and s.at < r.at
        order by s.at desc, s.invitation_id desc
        limit 1) before on true
 where r.at > :since and r.at <= :now
   -- of all others staff must not know who answered
   and r.mode = 'identified'
   and not exists (select from followup.case c where c.invitation_id = r.invitation_id)
 order by r.at, r.invitation_id
