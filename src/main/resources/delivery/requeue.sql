,
again as (
    update delivery.send s
       set state = 'PLANNED', reason = null, worker = null, address_fp = f.address_fp,
           not_before = greatest(s.not_before, :now::timestamptz),
           expires_at = greatest(s.expires_at, :now::timestamptz + interval '14 days'),
           exposed_at = null, settled_at = null
      from fit f
     where s.id = f.id
       and s.state = f.state
    returning s.id, s.run_id, s.step, s.channel, s.purpose, s.not_before, s.expires_at, s.attempt, s.customer_id, f.state
),
-- What killed its process is written alone.
queued as (
    insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at, suspicion)
    select id, run_id, channel, purpose = 'service', delivery.domain_of(customer_id, channel), not_before, expires_at,
           case state when 'QUARANTINED' then 1 else 0 end
      from again
     order by step, customer_id
),
noted as (
    insert into delivery.requeued (send_id, attempt, cause, at)
    select id, attempt, :cause, :now::timestamptz from again
    on conflict do nothing
)
select count(*) from again
