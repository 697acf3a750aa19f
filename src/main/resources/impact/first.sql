-- Of a person who was asked more than once the first answer counts.
(select distinct on (customer_id) run_id, customer_id, survey_key, metric, score, reasons, at
   from {scores} s
  where run_id = :run and metric = :metric and at <= :now
  order by customer_id, at, invitation_id)
