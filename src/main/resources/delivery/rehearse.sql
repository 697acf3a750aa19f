select customer_id, channel
  from decided
 where refusal is null and arm = 'treated'
 order by campaign.lot('rehearsal', customer_id)
 limit 500
