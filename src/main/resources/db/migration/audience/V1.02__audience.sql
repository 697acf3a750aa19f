create schema audience;

create table audience.customer (
    id bigint generated always as identity primary key,
    external_id text not null unique,
    account_id text,
    email text,
    email_fp bytea,
    phone text,
    phone_fp bytea,
    locale text not null,
    time_zone text not null,
    country text not null,
    preferred_channels text[] not null default '{}',
    attributes jsonb not null default '{}',
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index customer_attributes on audience.customer using gin (attributes jsonb_path_ops);
create index customer_phone on audience.customer (phone) where phone is not null;

create table audience.event (
    customer_id bigint not null references audience.customer (id) on delete cascade,
    type text not null,
    at timestamptz not null,
    properties jsonb not null default '{}',
    primary key (customer_id, type, at)
);

create index event_type_at on audience.event (type, at);

create table audience.segment (
    key text primary key,
    rule text not null,
    updated_at timestamptz not null
);

create table audience.import (
    id uuid primary key,
    file_name text not null,
    dry_run boolean not null,
    report jsonb not null,
    errors_csv text not null,
    created_at timestamptz not null
);

-- Published: one row per customer, all that planning and rendering need.
create view audience.member as
    select id as customer_id, external_id, account_id, email, email_fp, phone, phone_fp,
           locale, time_zone, country, preferred_channels, attributes
      from audience.customer;

-- Published: what happened to whom, for rules and for rendering.
create view audience.happening as
    select customer_id, type, at, properties from audience.event;
