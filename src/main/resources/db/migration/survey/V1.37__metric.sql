-- The metric of an answer stands with it as it was when it was given; until now all were NPS.
alter table survey.response_event add column metric text not null default 'nps';

alter table survey.response_event
    alter column metric drop default,
    drop constraint response_event_score_check,
    add constraint response_event_score_check check (
        case metric when 'nps' then score between 0 and 10
                    when 'csat' then score between 1 and 5
                    when 'ces' then score between 1 and 7
                    else false end);

create or replace view survey.response as
    select i.id as invitation_id, i.send_id, i.run_id, i.customer_id, i.survey_key, first.metric,
           first.score, latest.reasons, latest.comment, first.at, latest.call_back
      from survey.invitation i
      join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
      join lateral (select e.reasons, e.comment, e.call_back
                      from survey.response_event e
                     where e.invitation_id = i.id
                     order by e.id desc
                     limit 1) latest on true;

create or replace view survey.score as
    select invitation_id, run_id, customer_id, survey_key, metric, score, reasons, at
      from survey.response_event
     where type = 'CONFIRMED';
