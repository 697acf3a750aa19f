-- Parameter steps is a JSON list of {no, kind, template, purpose, after, offset, of, channels[], variants[{name, upto}]}.
with step as materialized (
    select s.*
      from jsonb_to_recordset(:steps::jsonb) as s (
           no smallint, kind text, template text, purpose text, after bigint, "offset" bigint, of smallint,
           channels text[], variants jsonb)
),
first_step as (
    select * from step order by no limit 1
)
