-- Ids that follow the order of planning (UUID version 7, RFC 9562), so that sends that go out together lie together in each
-- index, however large the ledger is. PostgreSQL makes them itself from 18 on.
do $$
begin
    if current_setting('server_version_num')::int >= 180000 then
        create function delivery.new_id() returns uuid language sql volatile as 'select uuidv7()';
    else
        create function delivery.new_id() returns uuid language sql volatile as
            'select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
                        substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
                        52, 1), 53, 1), ''hex'')::uuid';
    end if;
end
$$;

-- One index for what a customer got and for what a run sends to a customer.
drop index delivery.send_customer;
alter table delivery.send
    alter column id set default delivery.new_id(),
    drop constraint send_run_id_step_customer_id_key,
    add constraint send_customer unique (customer_id, run_id, step);
