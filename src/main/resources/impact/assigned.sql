select arm, stratum, earlier, count(*) as people
  from impact.baseline
 where run_id = :run
 group by arm, stratum, earlier
