create index permission_withdrawn on consent.permission (at) where not granted;

-- Published: who said when that we may not write any more.
create view consent.withdrawal as
    select customer_id, channel, purpose, at from consent.permission where not granted;
