-- Decides for everybody in the audience who is contacted, when, on which channel, and who is held out.
-- Shared by the dry run and by planning, so that both always say the same.
,
-- Of customers who share an address only the first is written to.
duplicate as materialized (
    select c.customer_id, c.purpose
      from choice c
      join (select address_fp, purpose, min(customer_id) as keeper
              from choice
             where refusal is null
             group by address_fp, purpose
            having count(*) > 1) shared using (address_fp, purpose)
     where c.refusal is null and c.customer_id > shared.keeper
),
-- Few zones and countries stand for many customers, so the calendar is asked once for each.
moment as materialized (
    select z.time_zone, z.country, s.no,
           consent.next_contact(:start::timestamptz + s."offset" * interval '1 second', z.time_zone, z.country, s.purpose,
                                :opens::time, :closes::time, :excepted::text[]) as not_before
      from (select distinct time_zone, country from choice) z
     cross join step s
),
recent as materialized (
    select s.customer_id,
           count(*) filter (where s.exposed_at > :now::timestamptz - p.cap_days * interval '1 day') >= p.cap_contacts as capped,
           bool_or(s.kind = 'survey' and s.exposed_at > :now::timestamptz - p.survey_rest_days * interval '1 day') as surveyed
      from delivery.send s
     cross join consent.rule p
     where s.purpose <> 'service'
       and s.exposed_at > :now::timestamptz - greatest(p.cap_days, p.survey_rest_days) * interval '1 day'
     group by s.customer_id, p.cap_contacts
),
decided as materialized (
    select c.customer_id, c.external_id, c.time_zone, c.country, c.account, c.lot, c.channel, c.address_fp, c.domain, w.not_before,
           case when c.refusal is not null then c.refusal
                when (c.customer_id, c.purpose) in (select customer_id, purpose from duplicate) then 'DUPLICATE_ADDRESS'
                when f.purpose <> 'service' and n.capped then 'CONTACT_CAP'
                when f.kind = 'survey' and n.surveyed then 'SURVEY_REST'
                when w.not_before is null then 'NO_WINDOW'
           end as refusal,
           case when c.lot < :holdOut then 'hold-out' else 'treated' end as arm
      from choice c
      join first_step f on f.purpose = c.purpose
      join moment w on w.time_zone = c.time_zone and w.country = c.country and w.no = f.no
      left join recent n on n.customer_id = c.customer_id
)
