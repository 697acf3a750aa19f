-- The same send over the first other channel of its campaign that has a text for the step and may be used for its purpose;
-- once, and not to a mailbox that another customer of the run has.
with failed as materialized (
    select s.id, s.run_id, s.step, s.customer_id, s.purpose, s.channel, s.attempt
      from delivery.send s
      join campaign.run r on r.run_id = s.run_id and r.state <> 'CANCELLED'
     where s.id = :send
       and s.attempt = :attempt
       and s.state in ('REJECTED', 'UNDELIVERED')
       and s.reason = 'BAD_ADDRESS'
       and s.expires_at > :now
       and not exists (select from delivery.requeued q where q.send_id = s.id and q.cause = 'OTHER_CHANNEL')
       for update of s
),
way as materialized (
    select f.id, f.attempt, r.channel, r.address_fp, delivery.domain(r.address, r.channel) as domain
      from failed f
      join audience.member m on m.customer_id = f.customer_id
     cross join unnest(:channels::text[]) with ordinality as c (name, place)
      join consent.reachable r
        on r.customer_id = f.customer_id
       and r.purpose = f.purpose
       and r.channel = case c.name when 'preferred' then m.preferred_channels[1] else c.name end
       and r.channel = any (:written::text[])
     where r.refusal is null
       and r.channel <> f.channel
       and not exists (
            select from delivery.send o
             where o.run_id = f.run_id and o.step = f.step and o.address_fp = r.address_fp and o.id <> f.id)
     order by c.place
     limit 1
),
again as (
    update delivery.send s
       set state = 'PLANNED', reason = null, worker = null, channel = w.channel, address_fp = w.address_fp,
           not_before = :now, exposed_at = null, settled_at = null
      from way w
     where s.id = w.id
    returning s.id, s.run_id, s.channel, s.purpose, w.domain, s.not_before, s.expires_at, w.attempt
),
queued as (
    insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
    select id, run_id, channel, purpose = 'service', domain, not_before, expires_at from again
),
noted as (
    insert into delivery.requeued (send_id, attempt, cause, at)
    select id, attempt, 'OTHER_CHANNEL', :now from again
)
select run_id from again
