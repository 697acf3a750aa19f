-- When a run was due that came far too late, so that its campaign waits for a person; null otherwise.
alter table campaign.campaign add column missed_at timestamptz;
