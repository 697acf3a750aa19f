-- Applies what was said about sends since. All that is known of the running attempt counts, not only what is new, so
-- the order of receipts does not matter: a delivery outweighs a failure, and a complaint both.
-- While a send is SENDING its receipts wait for the outcome of the attempt; one about an earlier attempt changes nothing.
-- A receipt proves that the provider took the attempt, so it settles UNKNOWN too, and stops a repeat that still waits.
-- The limit also tells the planner not to read the whole ledger for a handful of receipts.
with open as materialized (
    select r.send_id
      from delivery.receipt r
     where r.applied_at is null
       and exists (select from delivery.send s where s.id = r.send_id and s.state <> 'SENDING')
     order by r.id
     limit 5000
),
held as materialized (
    select s.id, s.run_id, s.attempt
      from delivery.send s
     where s.state <> 'SENDING'
       and s.id in (select o.send_id from open o)
       for update skip locked
),
heard as materialized (
    select h.id, h.run_id, h.attempt, r.state, r.code, r.fault, r.applied_at is null as is_new,
           array_position(array['ACCEPTED', 'UNDELIVERED', 'DELIVERED', 'BOUNCED', 'COMPLAINED'], r.state) as weight
      from held h
      join delivery.receipt r on r.send_id = h.id and r.attempt = h.attempt
),
news as (
    select distinct on (h.id) h.*
      from heard h
     where h.weight > coalesce((select max(k.weight) from heard k where k.id = h.id and not k.is_new), 0)
     order by h.id, h.weight desc, h.code
),
applied as (
    update delivery.receipt r
       set applied_at = :now
      from held h
     where r.send_id = h.id and r.attempt <= h.attempt and r.applied_at is null
),
changed as (
    update delivery.send s
       set state = n.state,
           reason = case when n.state not in ('ACCEPTED', 'DELIVERED') then coalesce(n.fault, n.code) end,
           exposed_at = coalesce(s.exposed_at, :now),
           settled_at = :now
      from news n
     where s.id = n.id
       and s.state <> n.state
    returning s.id, s.run_id, s.attempt, s.channel, encode(s.address_fp, 'hex') as address_fp, n.fault
),
-- a repeat that still waits is not needed any more
dropped as (
    delete from delivery.due d using changed c where d.send_id = c.id
)
select c.*, r.campaign_key
  from changed c
  join campaign.run r on r.run_id = c.run_id
