-- The values of everybody drawn for each attribute; where one has too many, the rarest are put together.
(with own as materialized (
    select d.customer_id, a.place, coalesce(nullif(btrim(left(translate(m.attributes ->> a.name, chr(31), ' '), 60)), ''), '–') as value
      from delivery.drawn d
      left join audience.member m on m.customer_id = d.customer_id
     cross join unnest(:attributes::text[]) with ordinality a (name, place)
     where d.run_id = :run),
ranked as (
    select place, value, count(*) over (partition by place) as all_values,
           row_number() over (partition by place order by count(*) desc, value collate "C") as rank
      from own
     group by place, value),
kept as (
    select place, value from ranked where all_values <= :most or rank < :most)
select o.customer_id, string_agg(coalesce(k.value, 'other'), chr(31) order by o.place) as label
  from own o
  left join kept k on k.place = o.place and k.value = o.value
 group by o.customer_id)
