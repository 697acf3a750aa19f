-- How far this database has come; each node keeps the same outside of it, in its home. Who finds the database behind its own
-- number, or in another place, knows that it was restored.
create table delivery.epoch (
    one boolean primary key default true check (one),
    id uuid not null default gen_random_uuid(),
    counter bigint not null default 0,
    -- null until a node has looked
    place text
);

insert into delivery.epoch default values;

-- Where this database is. A copy made by a dump has other numbers, a copy of the files has the same.
create view delivery.place as
    select s.system_identifier || '/' || d.oid || '/' || 'delivery.epoch'::regclass::oid as place
      from pg_control_system() s
      join pg_database d on d.datname = current_database();

-- While a row is open, nothing is sent.
create table delivery.hold (
    id bigint generated always as identity primary key,
    reason text not null check (reason in ('RESTORED', 'OLDER', 'OTHER_DATABASE', 'COPIED', 'PERSON')),
    note text,
    since timestamptz not null,
    held_by text not null,
    released_at timestamptz,
    released_by text
);

create unique index hold_open on delivery.hold ((true)) where released_at is null;

-- What the watchdog saw of runs with work that is due.
create table delivery.watch (
    run_id bigint primary key,
    waiting bigint not null,
    moved_at timestamptz not null,
    stuck boolean not null default false,
    warned_at timestamptz
);
