-- Published: days on which a country rests.
create view consent.public_holiday as
    select country, day, name from consent.holiday;
