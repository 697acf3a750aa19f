-- The gate and the durable SENDING mark in one statement and one commit: a withdrawal committed before this statement
-- began prevents the send, and no message leaves without a mark. Ghosts pass the same gate.
-- A refusal of consent suppresses, any other skips; a closed window or a held run puts the send back.
with held as materialized (
    select s.id, s.run_id, s.customer_id, s.step, s.of_step, s.kind, s.template, s.purpose, s.channel, s.ghost, s.address_fp,
           d.expires_at, m.time_zone, m.country, r.state as run_state, r.opens, r.closes, r.excepted
      from delivery.due d
      join delivery.send s on s.id = d.send_id
      join campaign.run r on r.run_id = s.run_id
      left join audience.member m on m.customer_id = s.customer_id
     where d.send_id = any (:sends)
       -- as an expression, so that the send leads to the row and not the worker to all of its rows
       and d.worker + 0 = :worker
       and s.state in ('PLANNED', 'DEFERRED')
       for update of d
),
moment as materialized (
    select z.*, consent.next_contact(:now::timestamptz, z.time_zone, z.country, z.purpose, z.opens, z.closes, z.excepted) as at
      from (select distinct time_zone, country, purpose, opens, closes, excepted from held) z
),
judged as materialized (
    select h.id, h.ghost, h.run_state, h.expires_at, w.at,
           case when h.time_zone is null or g.customer_id is null then 'NO_ADDRESS'
                when g.refusal is not null then g.refusal
                when g.address_fp <> h.address_fp then 'ADDRESS_CHANGED'
                when h.kind in ('survey', 'reminder') and h.run_id <> 0 and exists (
                    select from survey.done a
                     where a.run_id = h.run_id and a.customer_id = h.customer_id and a.survey_key = h.template)
                then 'ALREADY_ANSWERED'
                when h.kind = 'reminder' and not exists (
                    select from delivery.send i
                     where i.run_id = h.run_id and i.customer_id = h.customer_id and i.step = h.of_step
                       and i.exposed_at is not null)
                then 'NOT_INVITED'
                when h.purpose <> 'service' and h.kind <> 'reminder' and p.cap_contacts <= (
                    select count(*) from delivery.send c
                     where c.customer_id = h.customer_id and c.purpose <> 'service'
                       and (c.exposed_at > :now::timestamptz - p.cap_days * interval '1 day' or c.state = 'SENDING'))
                then 'CONTACT_CAP'
                when h.kind = 'survey' and exists (
                    select from delivery.send c
                     where c.customer_id = h.customer_id and c.kind = 'survey' and c.id <> h.id
                       and (c.run_id <> h.run_id or h.run_id = 0)
                       -- what asks again, as a reminder does, does not rest from the question that it repeats
                       and c.id is distinct from (select q.follows from delivery.direct q where q.send_id = h.id)
                       and (c.exposed_at > :now::timestamptz - p.survey_rest_days * interval '1 day'
                            or c.state = 'SENDING'))
                then 'SURVEY_REST'
                when w.at is null then 'NO_WINDOW'
           end as refusal
      from held h
     cross join consent.rule p
      left join consent.reachable g
        on g.customer_id = h.customer_id and g.channel = h.channel and g.purpose = h.purpose
      left join moment w
        on w.time_zone = h.time_zone and w.country = h.country and w.purpose = h.purpose
       and w.opens is not distinct from h.opens and w.closes is not distinct from h.closes
       and w.excepted = h.excepted
),
verdict as materialized (
    select j.id, j.refusal, j.at, j.expires_at,
           case when j.run_state = 'CANCELLED' then 'CANCELLED'
                when j.run_state <> 'RUNNING' then 'BACK'
                when exists (select from delivery.hold h where h.released_at is null) then 'BACK'
                when j.expires_at <= :now::timestamptz then 'EXPIRED'
                when j.refusal in ('NO_ADDRESS', 'SUPPRESSED', 'OBJECTED', 'NO_CONSENT') then 'SUPPRESSED'
                when j.refusal is not null then 'SKIPPED'
                when j.at > :now::timestamptz then 'BACK'
                when j.ghost then 'GHOST'
                else 'SENDING' end as state
      from judged j
),
marked as (
    update delivery.send s
       set state = v.state,
           reason = case when v.state in ('SUPPRESSED', 'SKIPPED') then v.refusal end,
           attempt = s.attempt + case v.state when 'SENDING' then 1 else 0 end,
           exposed_at = case v.state when 'GHOST' then :now::timestamptz end,
           settled_at = case when v.state <> 'SENDING' then :now::timestamptz end,
           expires_at = v.expires_at,
           worker = :worker
      from verdict v
     where s.id = v.id
       and v.state <> 'BACK'
       and s.state in ('PLANNED', 'DEFERRED')
    returning s.id, s.state, s.run_id, s.customer_id, s.step
),
put_back as (
    update delivery.due d
       set worker = null,
           not_before = greatest(d.not_before, :now::timestamptz, (select v.at from verdict v where v.id = d.send_id))
     where d.send_id = any (array(select id from verdict where state = 'BACK'))
),
ended as (
    delete from delivery.due
     where send_id = any (array(select id from marked where state <> 'SENDING'))
),
-- What follows a ghost keeps its distance from the moment of the contact that did not happen.
follower as materialized (
    select n.id, :now::timestamptz + n.after as at
      from marked g
      join delivery.send n on n.run_id = g.run_id and n.step = g.step + 1 and n.customer_id = g.customer_id
     where g.state = 'GHOST'
       and n.state = 'PLANNED'
),
followed as (
    update delivery.due d
       set not_before = greatest(d.not_before, (select f.at from follower f where f.id = d.send_id)),
           expires_at = greatest(d.expires_at, (select f.at from follower f where f.id = d.send_id) + interval '14 days')
     where d.send_id = any (array(select id from follower))
)
select id from marked where state = 'SENDING'
