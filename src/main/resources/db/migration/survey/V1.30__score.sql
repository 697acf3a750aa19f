-- Run, customer and survey of an answer stand with it, so that a report reads its own answers and no invitations.
alter table survey.response_event add column run_id bigint, add column customer_id bigint, add column survey_key text;

update survey.response_event e
   set run_id = i.run_id, customer_id = i.customer_id, survey_key = i.survey_key
  from survey.invitation i
 where i.id = e.invitation_id;

alter table survey.response_event
    alter column run_id set not null, alter column customer_id set not null, alter column survey_key set not null;

create index response_run on survey.response_event (run_id) where type = 'CONFIRMED';

-- Published: the first confirmed score of each invitation, which is the one that is analysed.
create view survey.score as
    select invitation_id, run_id, customer_id, survey_key, 'nps' as metric, score, reasons, at
      from survey.response_event
     where type = 'CONFIRMED';
