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

-- Germany, nationwide, 2020 to 2040. Easter by Gauss (with the exceptions of 1816), for the years of the Gregorian calendar
-- from 1900 to 2099, in which M is 24 and N is 5.
insert into consent.holiday (country, day, name)
with parts as (
    select year, year % 19 as a, year % 4 as b, year % 7 as c, (19 * (year % 19) + 24) % 30 as d
      from generate_series(2020, 2040) as year),
gauss as (
    select year, a, d, (2 * b + 4 * c + 6 * d + 5) % 7 as e from parts),
easter as (
    select year,
           make_date(year, 3, 22) + d + e
           - case when d + e = 35 or (d = 28 and e = 6 and a > 10) then 7 else 0 end as sunday
      from gauss)
select 'DE', sunday + days, name
  from easter
 cross join (values (-2, 'Good Friday'), (1, 'Easter Monday'), (39, 'Ascension Day'), (50, 'Whit Monday'))
       as movable (days, name)
union all
select 'DE', make_date(year, month, day), name
  from easter
 cross join (values (1, 1, 'New Year''s Day'), (5, 1, 'Labour Day'), (10, 3, 'German Unity Day'),
                    (12, 25, 'Christmas Day'), (12, 26, 'Second Christmas Day'))
       as fixed (month, day, name);

-- One row, written from the settings at start. Contacts other than service messages happen from quiet_to to quiet_from.
create table consent.policy (
    only_row boolean primary key default true check (only_row),
    cap_contacts int not null,
    cap_days int not null,
    survey_rest_days int not null,
    quiet_from time not null,
    quiet_to time not null,
    quiet_sundays_and_holidays boolean not null
);

insert into consent.policy (cap_contacts, cap_days, survey_rest_days, quiet_from, quiet_to, quiet_sundays_and_holidays)
values (4, 7, 30, '20:00', '09:00', true);

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

-- Published: the first instant at or after `at` at which this customer may be contacted, in the customer's own zone; null if
-- there is none within two weeks. `opens` and `closes` are the campaign's window; service messages keep to it, but not to
-- the quiet hours.
-- An instant has one local time, but a local time may have two instants or none when the clock is changed. So every instant
-- is judged by its local time: one that the change pushes out of the window is not taken.
create function consent.next_contact(
    at timestamptz, zone text, of_country text, purpose text, opens time, closes time, excepted text[]
) returns timestamptz language plpgsql stable parallel safe cost 1000 as $$
declare
    quiet consent.policy;
    first_time time := coalesce(opens, '00:00');
    last_time time := coalesce(closes, '24:00');
    no_sunday boolean := coalesce('sunday' = any (excepted), false);
    no_saturday boolean := coalesce('saturday' = any (excepted), false);
    no_holiday boolean := coalesce('holiday' = any (excepted), false);
    candidate timestamptz := at;
    local timestamp := at at time zone zone;
begin
    if purpose <> 'service' then
        select * into strict quiet from consent.policy;
        first_time := greatest(first_time, quiet.quiet_to);
        last_time := least(last_time, quiet.quiet_from);
        no_sunday := no_sunday or quiet.quiet_sundays_and_holidays;
        no_holiday := no_holiday or quiet.quiet_sundays_and_holidays;
    end if;
    for day_number in 0..14 loop
        if local::time >= first_time and local::time < last_time
            and not (no_sunday and extract(isodow from local) = 7)
            and not (no_saturday and extract(isodow from local) = 6)
        then
            -- apart from the rest, because only expressions without a query are cheap
            if not no_holiday then
                return candidate;
            end if;
            if not exists (select from consent.holiday h where h.country = of_country and h.day = local::date) then
                return candidate;
            end if;
        end if;
        candidate := (case when local::time < first_time and candidate = at then local::date else local::date + 1 end
                      + first_time) at time zone zone;
        local := candidate at time zone zone;
    end loop;
    return null;
end
$$;
