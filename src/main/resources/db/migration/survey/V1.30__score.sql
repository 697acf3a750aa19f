-- The run of an answer stands with it, so that a report reads its own answers and not all invitations.
alter table survey.response_event add column run_id bigint;

update survey.response_event e set run_id = i.run_id from survey.invitation i where i.id = e.invitation_id;

alter table survey.response_event alter column run_id set not null;

create index response_run on survey.response_event (run_id) where type = 'CONFIRMED';

-- Published: the first confirmed score of each invitation, which is the one that is analysed.
create view survey.score as
    select e.invitation_id, e.run_id, i.customer_id, i.survey_key, 'nps' as metric, e.score, e.reasons, e.at
      from survey.response_event e
      join survey.invitation i on i.id = e.invitation_id
     where e.type = 'CONFIRMED';
