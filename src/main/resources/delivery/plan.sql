,
assigned as (
    insert into delivery.assignment (run_id, customer_id, arm, lot, assigned_at, account)
    select :run, customer_id, arm, lot, :now::timestamptz, account
      from decided
     where refusal is null
),
later_step as materialized (
    select s.*, s.purpose <> f.purpose as other_purpose
      from step s
      join first_step f on s.no > f.no
),
-- Customers who share an address on the channel of a later step; of the first purpose they are left out already.
-- Where nothing comes later, exists keeps PostgreSQL from joining everybody with nothing.
shared_later as materialized (
    select c.address_fp, l.no, min(d.customer_id) as keeper
      from later_step l
      join choice c on c.purpose = l.purpose and c.refusal is null
      join decided d on d.customer_id = c.customer_id and d.refusal is null
     where l.other_purpose
       and exists (select from later_step where other_purpose)
     group by c.address_fp, l.no
    having count(*) > 1
),
-- Every step of everybody assigned; later steps of another purpose choose their own channel.
chosen as (
    select f.no, d.customer_id, d.arm, d.not_before, d.channel, d.address_fp, d.domain, d.refusal
      from decided d
     cross join first_step f
     where d.refusal is null
    union all
    select l.no, d.customer_id, d.arm, w.not_before, c.channel, c.address_fp, c.domain,
           case when c.refusal is not null then c.refusal
                when h.keeper < d.customer_id then 'DUPLICATE_ADDRESS'
                when w.not_before is null then 'NO_WINDOW'
           end
      from decided d
     cross join later_step l
      join moment w on w.time_zone = d.time_zone and w.country = d.country and w.no = l.no
      join choice c on c.customer_id = d.customer_id and c.purpose = l.purpose
      left join shared_later h on h.no = l.no and h.address_fp = c.address_fp
     where d.refusal is null
       and exists (select from later_step)
),
contact as materialized (
    select delivery.new_id() as id, chosen.* from chosen
),
planned as (
    insert into delivery.send (id, run_id, step, customer_id, arm, kind, purpose, channel, template, variant, address_fp,
                               ghost, state, not_before, expires_at, after, of_step)
    select c.id, :run, c.no, c.customer_id, c.arm, s.kind, s.purpose, c.channel, s.template,
           case when s.variants <> '[]' then (
               select v.name
                 from jsonb_to_recordset(s.variants) as v (name text, upto int)
                where campaign.lot(:salt || ':variant:' || c.no, c.customer_id) < v.upto
                order by v.upto
                limit 1) end,
           c.address_fp, s.kind = 'message' and c.arm = 'hold-out', 'PLANNED',
           c.not_before, c.not_before + interval '14 days', s.after * interval '1 second', s.of
      from contact c
      join step s using (no)
     where c.refusal is null
),
queued as (
    insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
    select c.id, :run, c.channel, s.purpose = 'service', c.domain, c.not_before, c.not_before + interval '14 days'
      from contact c
      join step s using (no)
     where c.refusal is null
),
left_out as (
    insert into delivery.decision (run_id, step, customer_id, reason, at)
    select :run, f.no, d.customer_id, d.refusal, :now::timestamptz
      from decided d
     cross join first_step f
     where d.refusal is not null
    union all
    select :run, no, customer_id, refusal, :now::timestamptz
      from contact
     where refusal is not null
)
select count(*) from contact where refusal is null
