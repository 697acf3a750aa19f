-- Sends that may go back into the queue: not after a later step of the same customer went out, and one per mailbox.
with chosen as materialized (
    select s.id, s.run_id, s.step, s.customer_id, s.channel, s.purpose, s.state, s.address_fp,
           s.reason is not distinct from 'ADDRESS_CHANGED' as moved
      from delivery.send s
     where s.run_id = :run
       and ({which})
       and not exists (
            select from delivery.send l
             where l.run_id = s.run_id and l.customer_id = s.customer_id and l.step > s.step and l.exposed_at is not null)
),
addressed as materialized (
    select c.id, c.run_id, c.step, c.customer_id, c.state, c.moved,
           case when c.moved then coalesce(g.address_fp, c.address_fp) else c.address_fp end as address_fp
      from chosen c
      left join consent.reachable g
        on c.moved and g.customer_id = c.customer_id and g.channel = c.channel and g.purpose = c.purpose
),
fit as materialized (
    select r.id, r.state, r.address_fp
      from (select a.*, row_number() over (partition by a.step, a.address_fp order by a.moved, a.customer_id) as place
              from addressed a) r
     where r.place = 1
       and not (r.moved and exists (
            select from delivery.send o
             where o.run_id = r.run_id and o.step = r.step and o.address_fp = r.address_fp and o.id <> r.id))
)
