-- Published: the runs, with all the gate needs to know about them. Messages to single customers belong to no campaign; in the
-- ledger they stand under a run that always runs and has no limits. Its key has a space, which no campaign's key can have.
create or replace view campaign.run as
    select id as run_id, campaign_key, version, number, state, salt, start_at, opens, closes, excepted, per_minute,
           finished_at
      from campaign.execution
    union all
    select 0, 'direct message', 0, 0, 'RUNNING', '', 'epoch', null, null, '{}', null, null;
