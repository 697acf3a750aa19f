-- What a run is measured by, as it was when the run was planned; never updated.
create table impact.plan (
    run_id bigint primary key,
    campaign_key text not null,
    document text not null,
    sha256 bytea not null,
    locked_at timestamptz not null
);

-- Who was drawn, and what was known of them before: the channel their lot was drawn for and their latest earlier answer.
create table impact.baseline (
    run_id bigint not null,
    customer_id bigint not null,
    arm text not null,
    stratum text not null,
    earlier smallint,
    primary key (run_id, customer_id)
);

-- Append-only: each look at different evidence, with all that is needed to compute it again.
create table impact.analysis (
    id bigint generated always as identity primary key,
    run_id bigint not null,
    as_of timestamptz not null,
    engine text not null,
    input_sha256 bytea not null,
    input text not null,
    result text not null,
    code text not null,
    unique (run_id, input_sha256, engine)
);

-- Append-only: what was decided because of a report.
create table impact.decision (
    id bigint generated always as identity primary key,
    campaign_key text not null,
    analysis_id bigint references impact.analysis (id),
    text text not null,
    by text not null,
    at timestamptz not null
);

create index decision_campaign on impact.decision (campaign_key, at);
