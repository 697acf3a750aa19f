-- Published: the lot of an account, shared by all its customers; apart from the lots of customers without one.
create function campaign.lot(salt text, account text) returns int
language sql stable parallel safe as $$
    select campaign.lot(salt || ':account:' || account, 0::bigint)
$$;
