create schema consent;

-- Append-only: every declaration with its proof.
create table consent.permission (
    id bigint generated always as identity primary key,
    customer_id bigint not null,
    channel text not null,
    purpose text not null check (purpose in ('service', 'marketing', 'survey')),
    granted boolean not null,
    basis text not null,
    proof text not null,
    at timestamptz not null
);

create index permission_customer on consent.permission (customer_id);

-- The newest declaration per customer, channel and purpose, written in the same statement as the declaration.
create table consent.standing (
    customer_id bigint not null,
    channel text not null,
    purpose text not null,
    granted boolean not null,
    at timestamptz not null,
    primary key (customer_id, channel, purpose)
);

create table consent.suppression (
    channel text not null,
    address_fp bytea not null,
    reason text not null,
    at timestamptz not null,
    primary key (channel, address_fp)
);

create table consent.holiday (
    country text not null,
    day date not null,
    name text not null,
    primary key (country, day)
);

-- One row, written from the settings at start.
create table consent.policy (
    only_row boolean primary key default true check (only_row),
    cap_contacts int not null,
    cap_days int not null,
    survey_rest_days int not null,
    quiet_from time not null,
    quiet_to time not null,
    quiet_sundays_and_holidays boolean not null
);

-- Published: the limits in force.
create view consent.rule as
    select cap_contacts, cap_days, survey_rest_days, quiet_from, quiet_to, quiet_sundays_and_holidays
      from consent.policy;

-- Published: for every customer, automatic channel and purpose the address and, where we may not write, why.
-- Service messages need no consent, but an objection counts; the other purposes need a permission.
create view consent.reachable as
    select m.customer_id, c.channel, p.purpose, c.address, c.address_fp,
           case when c.address is null then 'NO_ADDRESS'
                when s.address_fp is not null then 'SUPPRESSED'
                when p.purpose = 'service' and st.granted is false then 'OBJECTED'
                when p.purpose <> 'service' and st.granted is distinct from true then 'NO_CONSENT'
           end as refusal
      from audience.member m
     cross join lateral (values ('email', m.email, m.email_fp), ('sms', m.phone, m.phone_fp))
           as c (channel, address, address_fp)
     cross join (values ('service'), ('marketing'), ('survey')) as p (purpose)
      left join consent.standing st
        on st.customer_id = m.customer_id and st.channel = c.channel and st.purpose = p.purpose
      left join consent.suppression s on s.channel = c.channel and s.address_fp = c.address_fp;

-- Published: the first instant at or after `at` at which this customer may be contacted, in the customer's own zone.
-- `opens` and `closes` are the campaign's window; service messages keep to it, but not to the quiet hours.
create function consent.next_contact(
    at timestamptz, zone text, of_country text, purpose text, opens time, closes time, excepted text[]
) returns timestamptz language sql stable as $$
    select min(greatest(at, (d.day + w.opens) at time zone zone))
      from (select greatest(coalesce(opens, '00:00'), case when purpose = 'service' then '00:00' else r.quiet_to end) as opens,
                   least(coalesce(closes, '24:00'), case when purpose = 'service' then '24:00' else r.quiet_from end) as closes,
                   'sunday' = any (excepted) or (purpose <> 'service' and r.quiet_sundays_and_holidays) as no_sunday,
                   'holiday' = any (excepted) or (purpose <> 'service' and r.quiet_sundays_and_holidays) as no_holiday,
                   'saturday' = any (excepted) as no_saturday
              from consent.policy r) w
     cross join lateral (select (at at time zone zone)::date + n as day from generate_series(0, 13) n) d
     where (d.day + w.closes) at time zone zone > at
       and w.opens < w.closes
       and not (w.no_sunday and extract(isodow from d.day) = 7)
       and not (w.no_saturday and extract(isodow from d.day) = 6)
       and not (w.no_holiday and exists (
               select from consent.holiday h where h.country = of_country and h.day = d.day))
$$;
