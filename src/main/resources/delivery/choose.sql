-- The channel on which each customer of the audience can be contacted for each purpose, and the lot.
-- Parameter channels may start with 'preferred', which stands for the customer's own first choice.
,
audience as materialized (
    select m.customer_id, m.external_id, m.time_zone, m.country, m.preferred_channels,
           case when :byAccount then m.account_id end as account,
           case when :byAccount and m.account_id is not null then campaign.lot(:salt, m.account_id)
                else campaign.lot(:salt, m.customer_id) end as lot
      from audience.member m
     where {audience}
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
best as (
    select distinct on (customer_id, purpose) customer_id, purpose, channel, address_fp, refusal, domain
      from option
     order by customer_id, purpose, refusal is not null, refusal = 'NO_ADDRESS', place
),
choice as (
    select a.customer_id, a.external_id, a.time_zone, a.country, a.account, a.lot, t.purpose, b.channel, b.address_fp, b.domain,
           case when b.customer_id is null then 'NO_ADDRESS' else b.refusal end as refusal
      from audience a
     cross join track t
      left join best b on b.customer_id = a.customer_id and b.purpose = t.purpose
)
