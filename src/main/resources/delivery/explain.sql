select d.external_id, d.refusal, d.arm, d.channel,
       (select string_agg(o.channel || '=' || coalesce(o.refusal, 'ok'), ',' order by o.place)
          from option o, first_step f
         where o.customer_id = d.customer_id and o.purpose = f.purpose) as considered
  from decided d
