,
assigned as (
    insert into delivery.assignment (run_id, customer_id, arm, lot, assigned_at)
    select :run, customer_id, arm, campaign.lot(:salt, customer_id), :now::timestamptz
      from decided
     where refusal is null
    on conflict do nothing
),
-- Every step of everybody assigned; later steps of another purpose choose their own channel.
contact as materialized (
    select gen_random_uuid() as id, d.customer_id, d.arm, s.no, s.kind, s.template, s.purpose, s.after, s.of, s.variants,
           w.not_before, c.channel, c.address_fp, c.domain,
           case when c.customer_id is null then 'NO_ADDRESS'
                when c.refusal is not null then c.refusal
                when row_number() over (partition by s.no, c.refusal, c.address_fp order by d.customer_id) > 1
                then 'DUPLICATE_ADDRESS'
                when w.not_before is null then 'NO_WINDOW'
           end as refusal
      from decided d
     cross join step s
      join moment w on w.time_zone = d.time_zone and w.country = d.country and w.no = s.no
      left join choice c on c.customer_id = d.customer_id and c.purpose = s.purpose
     where d.refusal is null
),
planned as (
    insert into delivery.send (id, run_id, step, customer_id, arm, kind, purpose, channel, template, variant, address_fp,
                               ghost, state, not_before, expires_at, after, of_step)
    select id, :run, no, customer_id, arm, kind, purpose, channel, template,
           (select v.name
              from jsonb_to_recordset(variants) as v (name text, upto int)
             where campaign.lot(:salt || ':variant:' || no, customer_id) < v.upto
             order by v.upto
             limit 1),
           address_fp, kind = 'message' and arm = 'hold-out', 'PLANNED',
           not_before, not_before + interval '14 days', after * interval '1 second', of
      from contact
     where refusal is null
     order by no, customer_id
    on conflict do nothing
    returning id
),
queued as (
    insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
    select c.id, :run, c.channel, c.purpose = 'service', c.domain, c.not_before, c.not_before + interval '14 days'
      from planned p
      join contact c on c.id = p.id
     order by c.no, c.customer_id
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
    on conflict do nothing
)
select count(*) from planned
