-- Takes questions about attempts of unknown outcome: first after two minutes, then ever less often, until 72 hours.
with due as (
    select s.id, s.attempt
      from delivery.send s
      left join delivery.inquiry q on q.send_id = s.id and q.attempt = s.attempt
     where s.state = 'UNKNOWN'
       and s.channel = :channel
       and s.settled_at between :now::timestamptz - interval '72 hours' and :now::timestamptz - interval '2 minutes'
       and (q.asked_at is null
            or q.asked_at <= :now::timestamptz - least(q.times * interval '5 minutes', interval '1 hour'))
     order by s.settled_at, s.id
     limit :limit
),
asked as (
    insert into delivery.inquiry as q (send_id, attempt, times, asked_at)
    select id, attempt, 1, :now from due
    on conflict (send_id, attempt) do update
       set times = q.times + 1, asked_at = excluded.asked_at
     where q.asked_at < excluded.asked_at - interval '4 minutes'
    returning send_id
)
select s.*, s.not_before as due_at, 0 as place, 0 as suspicion, encode(s.address_fp, 'hex') as fingerprint, r.campaign_key, i.id as invitation, coalesce(t.started_at, s.not_before) as tried_from
  from asked a
  join delivery.send s on s.id = a.send_id
  join campaign.run r on r.run_id = s.run_id
  left join delivery.attempt t on t.send_id = s.id and t.attempt = s.attempt
  left join delivery.send i
    on i.run_id = s.run_id and i.customer_id = s.customer_id and i.step = s.of_step and s.of_step <> s.step
 order by s.settled_at, s.id
