-- What is known of everybody drawn: the channel of their first step, values of attributes to compare by (parted by the
-- unit separator), and the latest answer before the lot. Those of whom the same is known share a cell.
with known as materialized (
    select d.customer_id, d.arm, concat_ws(chr(31), coalesce(l.channel, '-'), v.label) as stratum, e.score as earlier
      from delivery.drawn d
      left join delivery.ledger l on l.run_id = d.run_id and l.customer_id = d.customer_id
                            and l.step = (select min(step) from delivery.ledger where run_id = :run)
      left join (
           select distinct on (s.customer_id) s.customer_id, s.score
             from survey.score s
             join delivery.drawn p on p.run_id = :run and p.customer_id = s.customer_id
            where s.metric = :metric and s.at <= p.assigned_at
            order by s.customer_id, s.at desc, s.invitation_id desc) e on e.customer_id = d.customer_id
      left join {values} v on v.customer_id = d.customer_id
     where d.run_id = :run),
cell as (
    insert into impact.cell (run_id, cell, arm, stratum, earlier, people)
    select :run, row_number() over (order by arm, stratum, earlier nulls first), arm, stratum, earlier, count(*)
      from known
     group by arm, stratum, earlier
    returning cell, arm, stratum, earlier)
insert into impact.baseline (run_id, customer_id, cell)
select :run, k.customer_id, c.cell
  from known k
  join cell c on c.arm = k.arm and c.stratum = k.stratum and coalesce(c.earlier, -1) = coalesce(k.earlier, -1)
