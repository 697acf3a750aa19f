-- Who got the same campaign by another run although this one holds them back.
select count(distinct e.customer_id)
  from campaign.run r
  join delivery.exposure e on e.run_id = r.run_id
  join impact.known b on b.run_id = :run and b.customer_id = e.customer_id
 where r.campaign_key = :campaign and r.run_id <> :run
   and e.kind = 'message' and e.exposure = 'REAL' and e.at between :start and :now
   and b.arm = 'hold-out'
