-- Where a message goes, as far as others may be treated alike there: the domain of a mail address, the country code of a
-- phone number in E.164 (ITU-T E.164, list of country codes).
create function delivery.domain(address text, channel text) returns text language sql immutable parallel safe as $$
    select coalesce(
        case channel
             when 'email' then lower(split_part(address, '@', 2))
             else substring(address from '^(\+(?:1|7|2[07]|2[1-689]\d|3[0-469]|3[578]\d|4[013-9]|42\d|5[1-8]|5[09]\d'
                                         || '|6[0-6]|6[7-9]\d|8[1246]|8[035789]\d|9[0-58]|9[679]\d))\d')
        end, '')
$$;

create or replace function delivery.domain_of(customer bigint, channel text) returns text
language sql stable parallel safe as $$
    select coalesce((
        select delivery.domain(case channel when 'email' then m.email else m.phone end, channel)
          from audience.member m
         where m.customer_id = customer), '')
$$;

update delivery.due d
   set domain = delivery.domain_of(s.customer_id, s.channel)
  from delivery.send s
 where s.id = d.send_id
   and d.channel = 'sms';
