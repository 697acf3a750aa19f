-- What a survey asked about when its answers were counted; a survey that changes its kind or touchpoint begins a new series.
create table impact.series (
    id smallint generated always as identity primary key,
    survey_key text not null,
    kind text not null check (kind in ('relational', 'transactional', 'unknown')),
    touchpoint text not null,
    unique (survey_key, kind, touchpoint)
);

-- Append-only: one row per answered invitation with its first confirmed score, narrow enough to be read whole each night.
-- No foreign keys: checking five million rows one by one takes longer than counting them.
create table impact.answer (
    invitation_id bigint primary key,
    customer_id bigint not null,
    run_id bigint not null,
    at timestamptz not null,
    -- of the company's time zone
    day date not null,
    series_id smallint not null,
    score smallint not null check (score between 0 and 10),
    -- of the invitation
    channel text not null
);

create index answer_customer on impact.answer (customer_id, at);

-- Real contacts between an answer and the customer's answer before it, the invitation itself left out.
create table impact.contact (
    invitation_id bigint not null,
    kind text not null check (kind in ('message', 'survey')),
    channel text not null,
    contacts int not null,
    primary key (invitation_id, kind, channel)
);

-- The answers counted; what pages read. Segment '' is everybody; a customer of two segments counts in both.
create table impact.tally (
    segment text not null,
    series_id smallint not null,
    day date not null,
    channel text not null,
    score smallint not null,
    answers int not null,
    primary key (segment, series_id, day, channel, score)
);

-- The answers counted by what came before them; 3 contacts are three or more, kind 'none' has had none.
create table impact.contact_tally (
    series_id smallint not null,
    day date not null,
    channel text not null,
    kind text not null,
    contact_channel text not null,
    contacts smallint not null check (contacts between 0 and 3),
    score smallint not null,
    answers int not null,
    primary key (series_id, day, channel, kind, contact_channel, contacts, score)
);

-- Append-only: when everything was counted.
create table impact.roll_up (
    id bigint generated always as identity primary key,
    as_of timestamptz not null,
    added bigint not null
);

-- Somebody does not want to wait for the night.
create table impact.renewal (
    asked_at timestamptz not null
);

-- Append-only: what others measured. A correction is a new row.
create table impact.benchmark (
    id bigint generated always as identity primary key,
    source text not null,
    date date not null,
    metric text not null,
    method text not null,
    n bigint not null check (n > 0),
    score double precision not null check (score between -100 and 100),
    low double precision check (low between -100 and score),
    high double precision check (high between score and 100),
    imported_at timestamptz not null,
    imported_by text not null,
    unique nulls not distinct (source, date, metric, method, n, score, low, high)
);
