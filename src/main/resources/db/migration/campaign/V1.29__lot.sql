-- convert_to is stable only, and a function declared stricter than its body is called for each row instead of being inlined:
-- a million lots took 2.9 s instead of 0.7 s.
alter function campaign.lot(text, bigint) stable;
