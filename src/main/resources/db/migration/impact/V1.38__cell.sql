-- People who were alike before the lot share a cell: a report counts by its number, and who was drawn is counted once for all.
create table impact.cell (
    run_id bigint not null,
    cell smallint not null,
    arm text not null,
    stratum text not null,
    earlier smallint,
    people bigint not null,
    primary key (run_id, cell)
);

insert into impact.cell (run_id, cell, arm, stratum, earlier, people)
select run_id, row_number() over (partition by run_id order by arm, stratum, earlier nulls first), arm, stratum, earlier, count(*)
  from impact.baseline
 group by run_id, arm, stratum, earlier;

alter table impact.baseline add column cell smallint;

update impact.baseline b
   set cell = c.cell
  from impact.cell c
 where c.run_id = b.run_id and c.arm = b.arm and c.stratum = b.stratum and c.earlier is not distinct from b.earlier;

alter table impact.baseline alter column cell set not null, drop column arm, drop column stratum, drop column earlier;

-- What is known of everybody drawn.
create view impact.known as
    select b.run_id, b.customer_id, c.arm, c.stratum, c.earlier
      from impact.baseline b
      join impact.cell c on c.run_id = b.run_id and c.cell = b.cell;
