-- The texts of surveys as they were, so that it is known what an old answer answered; none is ever changed.
create table survey.survey_version (
    key text not null,
    -- SHA-256 of the source as 64 hexadecimal digits
    hash text not null,
    source text not null,
    at timestamptz not null,
    primary key (key, hash)
);

-- What was promised about names stands with the invitation: a survey that changes its mode keeps its word to those invited.
alter table survey.invitation
    add column mode text not null default 'identified' check (mode in ('identified', 'pseudonymous', 'anonymous')),
    add column arm text;

alter table survey.response_event
    -- by key of the question: a text, or a list of keys of options
    add column given jsonb not null default '{}',
    add column mode text not null default 'identified' check (mode in ('identified', 'pseudonymous')),
    -- hash of the text that was answered; null for answers from before texts were kept
    add column survey_version text;

-- Who has answered anonymously, without a time. Rows are written anew in the order of their number, all at once, so that not
-- even their place on disk tells when somebody answered.
create table survey.used (
    -- no foreign key: checking it would mark the invitation with the transaction that stores the answer
    invitation_id bigint primary key
);

-- What was answered anonymously. Nothing here leads to a person: the number is drawn by chance, below zero so that it is
-- never that of an invitation, and the time is that of the day's first second in the company's time zone.
create table survey.anonymous_answer (
    id bigint primary key check (id < 0),
    run_id bigint not null,
    arm text,
    survey_key text not null,
    survey_version text not null,
    metric text not null,
    score smallint not null check (
        case metric when 'nps' then score between 0 and 10
                    when 'csat' then score between 1 and 5
                    when 'ces' then score between 1 and 7
                    else false end),
    reasons text[] not null default '{}',
    comment text,
    given jsonb not null default '{}',
    day timestamptz not null,
    -- whether it has been written anew together with all others of its run
    mixed boolean not null default false
);

create index anonymous_run on survey.anonymous_answer (run_id);
create index anonymous_fresh on survey.anonymous_answer (run_id) where not mixed;

-- Published: anonymous answers by the arm that gave them.
create view survey.anonymous as
    select id as answer_id, run_id, arm, survey_key, metric, score, reasons, day as at from survey.anonymous_answer;

-- Published: who has answered what, however anonymously.
create view survey.done as
    select run_id, customer_id, survey_key
      from survey.response_event
     where type = 'CONFIRMED'
     union all
    select i.run_id, i.customer_id, i.survey_key
      from survey.used u
      join survey.invitation i on i.id = u.invitation_id;

-- Published: the first confirmed score of each invitation, which is the one that is analysed, with its time; everything else
-- as the customer left it last. An anonymous answer has a number of its own below zero, no customer, no send and only a day.
create or replace view survey.response as
    select i.id as invitation_id, i.send_id, i.run_id, i.customer_id, i.survey_key, first.metric,
           first.score, latest.reasons, latest.comment, first.at, latest.call_back, latest.given, first.mode,
           latest.score as latest_score
      from survey.invitation i
      join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
      join lateral (select e.score, e.reasons, e.comment, e.call_back, e.given
                      from survey.response_event e
                     where e.invitation_id = i.id
                     order by e.id desc
                     limit 1) latest on true
     union all
    select id, null, run_id, null, survey_key, metric, score, reasons, comment, day, false, given, 'anonymous', score
      from survey.anonymous_answer;

-- Published: scores for counting alone, the anonymous ones with them. Whoever joins answers with people reads survey.score:
-- a union cannot be joined by an index.
create view survey.counted as
    select survey_key, metric, score, at from survey.response_event where type = 'CONFIRMED'
     union all
    select survey_key, metric, score, day from survey.anonymous_answer;
