-- Who listens for new answers asks several times a minute, and what a customer answered before.
create index response_at on survey.response_event (at) where type = 'CONFIRMED';
create index response_customer on survey.response_event (customer_id, at) where type = 'CONFIRMED';
