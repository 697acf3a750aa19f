-- The words of a comment to search by: without the difference of capital letters, umlauts and accents, whatever the
-- locale of the database; the search folds what is typed in the same way.
create function survey.words(comment text) returns tsvector
language sql immutable parallel safe as $$
    select to_tsvector('simple', replace(replace(replace(replace(
        translate(lower(comment), 'ÄÖÜÀÁÂÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÙÚÛàáâãåçèéêëìíîïñòóôõùúû',
                                  'äöüaaaaaceeeeiiiinoooouuuaaaaaceeeeiiiinoooouuu'),
        'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'))
$$;

create index response_words on survey.response_event using gin (survey.words(comment)) where comment is not null;

-- One row per answer: the event that gave it, the one that changed it last, and its tags with the version of the rules
-- they come from; 0 if nobody has looked since the comment was written.
create table survey.answer (
    invitation_id bigint primary key,
    first_id bigint not null references survey.response_event (id) on delete cascade,
    latest_id bigint not null references survey.response_event (id) on delete cascade,
    tags text[] not null default '{}',
    tagged int not null default 0
);

create unique index answer_latest on survey.answer (latest_id);
create unique index answer_first on survey.answer (first_id);
create index answer_tags on survey.answer using gin (tags);
create index answer_tagged on survey.answer (tagged, invitation_id);

insert into survey.answer (invitation_id, first_id, latest_id)
select invitation_id, min(id), max(id) from survey.response_event group by invitation_id;

-- Whoever stores an event stores which one counts, in the same transaction.
create function survey.keep_answer() returns trigger
language plpgsql as $$
begin
    insert into survey.answer as a (invitation_id, first_id, latest_id)
    select invitation_id, min(id), max(id) from given group by invitation_id
        on conflict (invitation_id) do update
       set latest_id = greatest(a.latest_id, excluded.latest_id), tagged = 0;
    return null;
end $$;

create trigger keep_answer after insert on survey.response_event
referencing new table as given for each statement execute function survey.keep_answer();

-- Each state of the rules by which answers get their tags; the newest is in force.
create table survey.tag_rules (
    version int generated always as identity primary key,
    hash text not null,
    at timestamptz not null
);

-- Published: answers with a comment and what they are about; the score is the first confirmed one.
create view survey.commented as
    select a.invitation_id, first.run_id, first.customer_id, first.survey_key, first.metric, first.score, first.at, a.tags
      from survey.answer a
      join survey.response_event first on first.id = a.first_id
      join survey.response_event latest on latest.id = a.latest_id
     where latest.comment is not null;

-- Published: everything that customers said, as it was said; nothing in it changes.
create view survey.said as
    select id as event_id, invitation_id, run_id, customer_id, survey_key, metric, type, score, reasons, comment,
           coalesce(call_back, false) as call_back, language, at, given, mode
      from survey.response_event;
