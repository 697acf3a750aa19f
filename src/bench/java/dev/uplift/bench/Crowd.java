package dev.uplift.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers of two years, written as the engine would have: 40 % as many customers as answers, four segments, three surveys by
 * mail and SMS, and a message before every second answer.
 */
record Crowd(JdbcClient jdbc) {

    private static final String SEGMENTS = """
            insert into audience.segment (key, rule, updated_at)
            select 'seg-' || n, '{attribute: part, at-most: ' || n || '}', now() from generate_series(1, 4) n
                on conflict do nothing""";

    private static final String CUSTOMERS = """
            insert into audience.customer (external_id, locale, time_zone, country, attributes, created_at, updated_at)
            select 'C-' || c, 'de', 'Europe/Berlin', 'DE', jsonb_build_object('part', c % 10), now(), now()
              from generate_series(:first * 2 / 5 + 1, :last * 2 / 5) c""";

    /** Runs are days: nobody answers twice on one. */
    private static final String SENDS = """
            insert into delivery.send (run_id, step, customer_id, arm, kind, purpose, channel, template, address_fp, ghost,
                                       state, not_before, expires_at, exposed_at, of_step)
            select d.run + k.extra, 1, d.customer, 'treated', k.kind, 'survey', d.channel, 't', int8send(n), false,
                   'DELIVERED', d.at, d.at, d.at - k.earlier, 1
              from generate_series(cast(:first as bigint), :last) n
             cross join lateral (select 2 * n as run, n % (:last * 2 / 5) + 1 as customer,
                                        case when n % 5 = 0 then 'sms' else 'email' end as channel,
                                        now() - interval '1 day' - (n * 7919 % 730) * interval '1 day' as at) d
              join (values ('survey', 0, interval '0'), ('message', 1, interval '5 days')) k (kind, extra, earlier)
                on k.kind = 'survey' or n % 2 = 0""";

    private static final String INVITATIONS = """
            insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash, created_at,
                                           expires_at)
            select id, run_id, customer_id,
                   (array['nps-relationship', 'nps-annual-bill', 'nps-service'])[1 + run_id / 2 % 3], 'de', uuid_send(id),
                   exposed_at, 'infinity'
              from delivery.send
             where kind = 'survey' and run_id between 2 * cast(:first as bigint) and 2 * cast(:last as bigint)""";

    private static final String RESPONSES = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
            select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED', (array[0, 3, 5, 6, 7, 7, 8, 8, 9, 9, 9, 10, 10])[1 + run_id / 2 * 31 % 13], 'de',
                   created_at + interval '2 hours'
              from survey.invitation
             where run_id between 2 * cast(:first as bigint) and 2 * cast(:last as bigint)""";

    private static final String SIZES = """
            select string_agg(format('%s %s rows, %s', relname, reltuples::bigint, pg_size_pretty(pg_total_relation_size(oid))),
                              '; ' order by relname)
              from pg_class
             where relnamespace = 'impact'::regnamespace and relkind = 'r' and reltuples > 0""";

    /** Adds the answers with these numbers, 1 or more. */
    void answer(int first, int last) {
        jdbc.sql(SEGMENTS).update();
        for (var statement : new String[] {CUSTOMERS, SENDS, INVITATIONS, RESPONSES}) {
            jdbc.sql(statement).param("first", first).param("last", last).update();
        }
        jdbc.sql("analyze").update();
    }

    /** What the counts take in the database. */
    String sizes() {
        return jdbc.sql(SIZES).query(String.class).single();
    }
}
