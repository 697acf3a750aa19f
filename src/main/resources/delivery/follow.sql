-- Ledger rows for those whose answer a message follows, as planning makes them: channel, consent, window and mailbox.
-- What a customer confirms first in a run decides; whoever was followed up, or could not be, is not looked at again.
-- Parameter follow is a JSON list of {no, template, purpose, after, metric, low, high, channels[]}.
with follow as materialized (
    select f.*
      from jsonb_to_recordset(:follow::jsonb) as f (
           no smallint, template text, purpose text, after bigint, metric text, low int, high int, channels text[])
),
run as (
    select r.run_id, r.opens, r.closes, r.excepted from campaign.run r where r.run_id = :run
),
answered as materialized (
    select a.customer_id, a.at, g.arm, m.time_zone, m.country, m.preferred_channels, f.*
      from survey.score a
      join follow f on f.metric = a.metric and a.score between f.low and f.high
      join delivery.assignment g on g.run_id = a.run_id and g.customer_id = a.customer_id
      join audience.member m on m.customer_id = a.customer_id
     where a.run_id = :run and a.at > :since and a.at <= :now
       -- of all others staff must not know who answered what, and the ledger would tell
       and a.mode = 'identified'
       and not exists (
            select from survey.score e
             where e.run_id = a.run_id and e.customer_id = a.customer_id
               and (e.at, e.invitation_id) < (a.at, a.invitation_id))
       and not exists (
            select from delivery.send s
             where s.customer_id = a.customer_id and s.run_id = a.run_id and s.kind = 'follow-up')
       and not exists (
            select from delivery.decision d
             where d.run_id = a.run_id and d.step in (select no from follow) and d.customer_id = a.customer_id)
),
-- The first channel that may be used; without one, the most telling refusal.
best as (
    select distinct on (a.customer_id) a.customer_id, r.channel, r.address_fp, r.refusal,
           delivery.domain(r.address, r.channel) as domain
      from answered a
     cross join unnest(:channels::text[]) with ordinality as c (name, place)
      join consent.reachable r
        on r.customer_id = a.customer_id
       and r.purpose = a.purpose
       and r.channel = case c.name when 'preferred' then a.preferred_channels[1] else c.name end
       and r.channel = any (a.channels)
     order by a.customer_id, r.refusal is not null, r.refusal = 'NO_ADDRESS', c.place
),
chosen as materialized (
    select a.*, b.channel, b.address_fp, b.domain, w.not_before,
           case when b.customer_id is null then 'NO_ADDRESS'
                when b.refusal is not null then b.refusal
                when row_number() over (partition by a.no, b.address_fp, b.refusal is null order by a.at, a.customer_id) > 1
                     or exists (
                        select from delivery.send s
                         where s.run_id = :run and s.step = a.no and s.address_fp = b.address_fp)
                then 'DUPLICATE_ADDRESS'
                when w.not_before is null then 'NO_WINDOW'
           end as refusal
      from answered a
     cross join run r
      left join best b on b.customer_id = a.customer_id
     cross join lateral (
           select consent.next_contact(a.at + a.after * interval '1 second', a.time_zone, a.country, a.purpose,
                                       r.opens, r.closes, r.excepted) as not_before) w
),
planned as (
    insert into delivery.send (run_id, step, customer_id, arm, kind, purpose, channel, template, address_fp, ghost, state,
                               not_before, expires_at, of_step)
    select :run, no, customer_id, arm, 'follow-up', purpose, channel, template, address_fp, arm = 'hold-out', 'PLANNED',
           not_before, not_before + interval '14 days', no
      from chosen
     where refusal is null
    returning id, customer_id, channel, purpose, not_before, expires_at
),
queued as (
    insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
    select p.id, :run, p.channel, p.purpose = 'service', c.domain, p.not_before, p.expires_at
      from planned p
      join chosen c using (customer_id)
),
left_out as (
    insert into delivery.decision (run_id, step, customer_id, reason, at)
    select :run, no, customer_id, refusal, :now::timestamptz
      from chosen
     where refusal is not null
)
select count(*) from planned
