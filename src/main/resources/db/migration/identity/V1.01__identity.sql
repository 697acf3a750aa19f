create schema identity;

create table identity.account (
    name text primary key,
    display_name text not null,
    role text not null check (role in ('ADMIN', 'MARKETER', 'AGENT', 'MANAGER')),
    password_hash text not null,
    created_at timestamptz not null
);

create table identity.api_key (
    key_hash bytea primary key,
    name text not null unique,
    role text not null check (role in ('ADMIN', 'MARKETER', 'AGENT', 'MANAGER')),
    created_at timestamptz not null
);

-- Append-only; each row carries the hash of the one before, so that a gap or an edit shows.
create table identity.audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    previous_hash bytea not null,
    hash bytea not null
);

create function identity.audit_hash(previous bytea, at timestamptz, actor text, action text, subject text)
returns bytea language sql stable parallel safe as $$
    select sha256(previous
        || convert_to(jsonb_build_array(extract(epoch from at), actor, action, subject)::text, 'UTF8'))
$$;

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'identity.audit is append-only';
end $$;

create trigger audit_is_append_only before update or delete on identity.audit
    for each row execute function identity.refuse_change();
