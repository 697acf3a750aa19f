-- Everybody drawn, by arm only: answers that nobody can be joined with cannot be told apart by anything else.
with cell as (
    insert into impact.cell (run_id, cell, arm, stratum, earlier, people)
    select :run, row_number() over (order by arm), arm, '', null, count(*)
      from delivery.drawn
     where run_id = :run
     group by arm
    returning cell, arm)
insert into impact.baseline (run_id, customer_id, cell)
select :run, d.customer_id, c.cell
  from delivery.drawn d
  join cell c on c.arm = d.arm
 where d.run_id = :run
