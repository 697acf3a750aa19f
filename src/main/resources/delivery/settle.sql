-- Outcomes of one round: attempts are appended and sends leave SENDING, in one statement and one commit.
-- A row that is no longer ours is left alone.
with outcome as materialized (
    select *
      from jsonb_to_recordset(:outcomes::jsonb) as o (
           id uuid, attempt smallint, channel text, state text, reason text, provider text, provider_id text,
           code text, reply text, retry_at timestamptz, started_at timestamptz, ended_at timestamptz)
),
appended as (
    insert into delivery.attempt (send_id, attempt, outcome, provider, provider_id, code, reply, started_at, ended_at)
    select id, attempt, state, provider, provider_id, code, left(reply, 500), started_at, ended_at
      from outcome
    on conflict do nothing
),
settled as (
    update delivery.send s
       set state = case when o.state = 'DEFERRED' and o.retry_at >= s.expires_at then 'EXPIRED' else o.state end,
           reason = o.reason,
           not_before = coalesce(o.retry_at, s.not_before),
           exposed_at = case when o.state in ('ACCEPTED', 'UNKNOWN') then :now::timestamptz end,
           settled_at = case when o.state <> 'DEFERRED' or o.retry_at >= s.expires_at then :now::timestamptz end,
           worker = null
      from outcome o
     where s.id = o.id
       and s.state = 'SENDING'
       and s.worker = :worker
    returning s.run_id, s.customer_id, s.step, s.exposed_at
)
update delivery.send n
   set not_before = greatest(n.not_before, :now::timestamptz + n.after),
       expires_at = greatest(n.expires_at, :now::timestamptz + n.after + interval '14 days')
  from settled d
 where d.exposed_at is not null
   and n.run_id = d.run_id and n.customer_id = d.customer_id and n.step = d.step + 1
   and n.state = 'PLANNED'
