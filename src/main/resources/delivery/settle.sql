-- Outcomes of a group: attempts are appended and sends leave SENDING, in one statement and one commit. Evidence that comes
-- after the worker was given up for dead still counts; a row that is no longer ours is left alone.
-- Rows of the queue are named by array or one by one: a join may begin with the whole queue while statistics believe it to
-- be empty.
with outcome as materialized (
    select o.*, coalesce(o.retry_at >= d.expires_at, false) as too_late
      from jsonb_to_recordset(:outcomes::jsonb) as o (
           id uuid, attempt smallint, worker bigint, channel text, state text, reason text, provider text, provider_id text,
           code text, reply text, retry_at timestamptz, started_at timestamptz, ended_at timestamptz)
      left join lateral (select q.expires_at from delivery.due q where q.send_id = o.id limit 1) d on true
),
appended as (
    insert into delivery.attempt (send_id, attempt, outcome, provider, provider_id, code, reply, started_at, ended_at)
    select id, attempt, state, provider, provider_id, code, left(reply, 500), started_at, ended_at
      from outcome
    on conflict do nothing
),
settled as (
    update delivery.send s
       set state = case when o.too_late then 'EXPIRED' else o.state end,
           reason = o.reason,
           exposed_at = case when o.state in ('ACCEPTED', 'UNKNOWN') then :now::timestamptz end,
           settled_at = case when o.state <> 'DEFERRED' or o.too_late then :now::timestamptz end
      from outcome o
     where s.id = o.id
       and s.worker = o.worker
       and s.attempt = o.attempt
       and (s.state = 'SENDING' or s.state = 'UNKNOWN' and s.reason = 'WORKER_DIED')
    returning s.id, s.state, s.run_id, s.customer_id, s.step, s.channel, s.purpose, s.exposed_at, o.retry_at
),
ended as (
    delete from delivery.due
     where send_id = any (array(select id from settled where state <> 'DEFERRED'))
),
retried as (
    insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
    select id, run_id, channel, purpose = 'service', delivery.domain_of(customer_id, channel), retry_at, :now::timestamptz + interval '14 days'
      from settled
     where state = 'DEFERRED'
    on conflict (send_id) do update set worker = null, not_before = excluded.not_before
),
follower as materialized (
    select n.id, :now::timestamptz + n.after as at
      from settled x
      join delivery.send n on n.run_id = x.run_id and n.step = x.step + 1 and n.customer_id = x.customer_id
     where x.exposed_at is not null
       and n.state = 'PLANNED'
)
update delivery.due d
   set not_before = greatest(d.not_before, (select f.at from follower f where f.id = d.send_id)),
       expires_at = greatest(d.expires_at, (select f.at from follower f where f.id = d.send_id) + interval '14 days')
 where d.send_id = any (array(select id from follower))
