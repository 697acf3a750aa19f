-- Streams of sends that wait apart, one per recipient domain, without those whose domain rests. Steps from domain to domain
-- by the index, so that it costs as little as there are domains, however many sends wait.
with recursive queue as (
    select r.run_id, r.per_minute, c.channel, u.urgent, (
           select min(d.domain)
             from delivery.due d
            where d.run_id = r.run_id and d.channel = c.channel and d.urgent = u.urgent and d.worker is null and d.apart
           ) as domain
      from campaign.run r
     cross join (values ('email'), ('sms')) as c (channel)
     cross join (values (true), (false)) as u (urgent)
     where r.state = 'RUNNING'
       and not exists (select from delivery.hold h where h.released_at is null)
    union all
    select q.run_id, q.per_minute, q.channel, q.urgent, (
           select min(d.domain)
             from delivery.due d
            where d.run_id = q.run_id and d.channel = q.channel and d.urgent = q.urgent and d.worker is null and d.apart
              and d.domain > q.domain
           )
      from queue q
     where q.domain is not null
)
select q.run_id, q.per_minute, q.channel, q.urgent, q.domain
  from queue q
  left join delivery.bucket b on b.key = 'domain:' || q.domain
 where q.domain is not null
   and (b.rests_until is null or b.rests_until <= :now)
   and exists (
       select from delivery.due d
        where d.run_id = q.run_id and d.channel = q.channel and d.urgent = q.urgent and d.worker is null and d.apart
          and d.domain = q.domain and d.not_before <= :now)
 order by q.run_id
