package dev.uplift.web.staff;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A year of answers as the roll-up would have counted them: business customers are less content, and for two weeks about
 * two months ago everybody was.
 */
final class CountedAnswers {

    private static final String SERIES = """
            insert into impact.series (survey_key, kind, touchpoint)
            values ('nps-relationship', 'relational', 'relationship'),
                   ('nps-annual-bill', 'transactional', 'annual-bill'),
                   ('nps-service', 'transactional', 'service-recovery')""";

    private static final String TALLY = """
            insert into impact.tally (segment, series_id, day, channel, score, answers)
            select g.segment, s.id, current_date - d, c.channel, n,
                   case g.segment
                        when 'new' then (n % 4 = 0)::int
                        else (2.5 * w.weight * g.size * c.size * case when n <= 6 then g.anger else 1 end
                              * case when n <= 6 and d between 56 and 69 then 5 else 1 end)::int + (n * 7 + d) % 2 end
              from (values ('', 1.0, 1.0), ('business', .3, 1.6), ('new', 1, 1)) g (segment, size, anger)
             cross join impact.series s
             cross join (values ('email', 1.0), ('sms', .4)) c (channel, size)
             cross join generate_series(0, 360, 5) d
              join unnest(array[.4, .1, .2, .3, .4, 1, 1.2, 2.2, 3.6, 3, 2.8]) with ordinality w (weight, place) on true
             cross join lateral (select place::int - 1) p (n)
             where g.segment <> 'new' or d % 90 = 0""";

    private static final String CONTACTS = """
            insert into impact.contact_tally
                   (series_id, day, channel, kind, contact_channel, contacts, score, answers)
            select s.id, current_date - 3, 'email', k.kind, k.channel, k.contacts, n, k.size + n % 4
              from (values ('none', '', 0, 90), ('message', 'email', 1, 40), ('message', 'email', 2, 12),
                           ('message', 'sms', 3, 1), ('survey', 'email', 1, 20)) k (kind, channel, contacts, size)
             cross join impact.series s
             cross join generate_series(0, 10) n""";

    private static final String CAMPAIGNS = """
            insert into campaign.campaign (key, state, version, hash, updated_at)
            values ('instalment-explained', 'LAUNCHED', 1, 'h', now()), ('spring-tips', 'DRAFT', 1, 'h', now())""";

    private static final String VERSIONS = """
            insert into campaign.version (campaign_key, version, hash, source, created_by, created_at)
            select c.key, 1, 'h', 'name: ' || c.name || chr(10) || c.lines || 'purpose: survey' || chr(10)
                   || 'audience: { all: [] }' || chr(10) || 'steps: [{ survey: nps-service }]', 'lena', now()
              from (values ('instalment-explained', 'Instalment change explained',
                            'owner: billing' || chr(10) || 'serves: promise/clear-bills' || chr(10)),
                           ('spring-tips', 'Saving tips in spring', 'serves: promise/clear-skies' || chr(10)))
                   c (key, name, lines)""";

    private static final String LOOKS = """
            with plan as (
                insert into impact.plan (run_id, campaign_key, document, sha256, locked_at)
                values (2, 'instalment-explained', '{}', '', now())
                returning run_id)
            insert into impact.analysis (run_id, as_of, engine, input_sha256, input, result, code)
            select run_id, now(), '1', '', '{}', '{"campaign": "instalment-explained", "asOf": "2026-11-20T08:00:00Z",
                   "verdict": {"code": "PROVEN_SMALL", "text": {
                   "de": "Wirkt: +9 Punkte (+3 … +15).", "en": "Works: +9 points (+3 … +15)."}}}', 'PROVEN_SMALL'
              from plan""";

    private static final String RUNS = """
            insert into campaign.execution (campaign_key, version, number, state, salt, start_at)
            values ('instalment-explained', 1, 1, 'FINISHED', 's', now() - interval '200 days'),
                   ('instalment-explained', 1, 2, 'FINISHED', 's', now() - interval '45 days')""";

    private static final String BENCHMARKS = """
            insert into impact.benchmark (source, date, metric, method, n, score, low, high, imported_at, imported_by)
            values ('Energy panel Germany', '2026-06-30', 'nps', 'online panel, double blind', 4210, 4, 1, 7, now(), 'lena'),
                   ('Sister company', '2026-03-31', 'nps', 'invited-customers-0-10', 870, 18, null, null, now(), 'lena')""";

    private static final String DONE = "insert into impact.roll_up (as_of, added) values (now(), 12)";

    private CountedAnswers() {}

    static void fill(JdbcClient jdbc) {
        for (var statement :
                new String[] {SERIES, TALLY, CONTACTS, CAMPAIGNS, VERSIONS, RUNS, LOOKS, BENCHMARKS, DONE}) {
            jdbc.sql(statement).update();
        }
    }
}
