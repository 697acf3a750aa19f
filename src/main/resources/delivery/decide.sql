-- Decides for everybody in the audience who is contacted, on which channel, and who is held out.
-- Shared by the dry run and by planning, so that both always say the same.
-- Parameter channels may start with 'preferred', which stands for the customer's own first choice.
-- Parameter steps is a JSON list of {no, kind, template, purpose, after, offset, of, channels[], variants[{name, upto}]}.
with audience as materialized (
    select m.customer_id, m.external_id, m.time_zone, m.country, m.preferred_channels,
           campaign.lot(:salt, m.customer_id) as lot
      from audience.member m
     where {audience}
),
step as materialized (
    select s.*
      from jsonb_to_recordset(:steps::jsonb) as s (
           no smallint, kind text, template text, purpose text, after bigint, "offset" bigint, of smallint,
           channels text[], variants jsonb)
),
first_step as (
    select * from step order by no limit 1
),
-- One row per purpose: the channels for which every text of that purpose exists.
track as materialized (
    select purpose, array(
           select c from unnest(array['email', 'sms']) c
            where not exists (select from step o where o.purpose = s.purpose and not (c = any (o.channels)))) as channels
      from step s
     group by purpose
),
option as (
    select a.customer_id, t.purpose, r.channel, r.address_fp, r.refusal, c.place,
           delivery.domain(r.address, r.channel) as domain
      from audience a
     cross join track t
     cross join unnest(:channels::text[]) with ordinality as c (name, place)
      join consent.reachable r
        on r.customer_id = a.customer_id
       and r.purpose = t.purpose
       and r.channel = case c.name when 'preferred' then a.preferred_channels[1] else c.name end
       and r.channel = any (t.channels)
),
-- The first channel that may be used; without one, the most telling refusal.
choice as materialized (
    select distinct on (customer_id, purpose) customer_id, purpose, channel, address_fp, refusal, domain
      from option
     order by customer_id, purpose, refusal is not null, refusal = 'NO_ADDRESS', place
),
-- Customers who share an address: only the first of them is written to.
shared as materialized (
    select purpose, address_fp, min(customer_id) as keeper
      from choice
     where refusal is null
     group by purpose, address_fp
    having count(*) > 1
),
-- Few zones and countries stand for many customers, so the calendar is asked once for each.
moment as materialized (
    select z.time_zone, z.country, s.no,
           consent.next_contact(:start::timestamptz + s."offset" * interval '1 second', z.time_zone, z.country, s.purpose,
                                :opens::time, :closes::time, :excepted::text[]) as not_before
      from (select distinct time_zone, country from audience) z
     cross join step s
),
recent as materialized (
    select s.customer_id,
           count(*) filter (where s.exposed_at > :now::timestamptz - p.cap_days * interval '1 day') >= p.cap_contacts as capped,
           bool_or(s.kind = 'survey' and s.exposed_at > :now::timestamptz - p.survey_rest_days * interval '1 day') as surveyed
      from delivery.send s
     cross join consent.rule p
     where s.purpose <> 'service'
       and s.exposed_at > :now::timestamptz - greatest(p.cap_days, p.survey_rest_days) * interval '1 day'
     group by s.customer_id, p.cap_contacts
),
decided as materialized (
    select a.customer_id, a.external_id, a.time_zone, a.country, a.lot, c.channel, c.address_fp,
           case when c.customer_id is null then 'NO_ADDRESS'
                when c.refusal is not null then c.refusal
                when h.keeper < a.customer_id then 'DUPLICATE_ADDRESS'
                when f.purpose <> 'service' and n.capped then 'CONTACT_CAP'
                when f.kind = 'survey' and n.surveyed then 'SURVEY_REST'
                when w.not_before is null then 'NO_WINDOW'
           end as refusal,
           case when a.lot < :holdOut then 'hold-out' else 'treated' end as arm
      from audience a
     cross join first_step f
      join moment w on w.time_zone = a.time_zone and w.country = a.country and w.no = f.no
      left join choice c on c.customer_id = a.customer_id and c.purpose = f.purpose
      left join shared h on h.purpose = c.purpose and h.address_fp = c.address_fp
      left join recent n on n.customer_id = a.customer_id
)
