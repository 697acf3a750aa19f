package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how fast the report of a large campaign is computed. Run it by {@code mvn -Pbench verify
 * -Dbench.main=dev.uplift.bench.ReportBench}; {@code -Dbench.messages} is the number of people drawn, 1,000,000 unless set,
 * of whom two in eleven answer and three fifths answered an earlier survey.
 */
public final class ReportBench {

    private static final int PEOPLE = 1_000_000;
    private static final int OPENINGS = 5;

    private static final String CAMPAIGN = """
            name: Report bench
            purpose: service
            goal: { metric: nps, worth: 5 }
            audience: { attribute: part, is: none }
            hold-out: 20%
            channels: [email]
            steps:
              - send: instalment-explained
              - survey: nps-annual-bill
                after: 7d
            """;

    /** In the order of the engine: the earlier survey, the run, its contacts, its answers. */
    private static final List<String> STORY = List.of(
            """
            insert into campaign.execution (campaign_key, version, number, state, salt, start_at)
            values ('report-bench', 1, 1, 'FINISHED', 'salt', now() - interval '60 days')""",
            """
            insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash, created_at, expires_at)
            select gen_random_uuid(), r.run, d.customer_id, 'nps-annual-bill', 'de', decode(md5(r.run || ':' || d.customer_id), 'hex'),
                   now() - r.days * interval '1 day', 'infinity'
              from generate_series(1, :people) d (customer_id)
             cross join (values (0, 200), ((select max(id) from campaign.execution), 53)) r (run, days)
             where r.run > 0 or d.customer_id % 5 < 3""",
            """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, reasons, language, at)
            select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED', (customer_id * 7 + run_id * 3) % 11,
                   array[(array['Preis', 'Service', 'Rechnung'])[1 + customer_id % 3]], 'de', created_at + interval '2 hours'
              from survey.invitation
             where run_id = 0 or customer_id % 11 in (1, 5)""",
            """
            insert into delivery.assignment (run_id, customer_id, arm, lot, assigned_at)
            select (select max(id) from campaign.execution), n, case when n % 5 = 0 then 'hold-out' else 'treated' end, 0,
                   now() - interval '60 days'
              from generate_series(1, :people) n""",
            """
            insert into delivery.send (run_id, step, customer_id, arm, kind, purpose, channel, template, address_fp, ghost,
                                       state, not_before, expires_at, exposed_at, of_step)
            select a.run_id, s.step, a.customer_id, a.arm, s.kind, 'service',
                   case when a.customer_id % 3 = 0 then 'sms' else 'email' end, 't', int8send(a.customer_id),
                   s.step = 1 and a.arm = 'hold-out', 'DELIVERED', now(), now(), now() - s.days * interval '1 day', s.step
              from delivery.assignment a
             cross join (values (1, 'message', 60), (2, 'survey', 53)) s (step, kind, days)""",
            "vacuum analyze delivery.assignment, delivery.send, survey.invitation, survey.response_event");

    /** Where one arm answers more often, the report has to know who was asked. */
    private static final String SILENCE = """
            delete from survey.response_event e
             using delivery.assignment a
             where a.run_id = e.run_id and a.customer_id = e.customer_id and a.arm = 'hold-out' and e.customer_id % 11 = 5""";

    private ReportBench() {}

    /** Leaves nothing behind but what it prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var people = Integer.getInteger("bench.messages", PEOPLE);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "report");
        try (var uplift = UpliftProcess.start(folder, 1, 1)) {
            uplift.api().putCampaign("report-bench", CAMPAIGN);
            run(uplift.api(), Timing.database(folder.resolve("home/postgres")), people);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void run(Api api, JdbcClient jdbc, int people) throws IOException, InterruptedException {
        Timing.say("seeding %,d people", Timing.of(() -> seed(jdbc, people)), people);
        Timing.say("first report, which fixes the plan and what is known of everybody", Timing.of(() -> report(api)));
        Timing.say("mean of " + OPENINGS + " more", Timing.mean(OPENINGS, () -> report(api)));
        Timing.say("its page", Timing.mean(OPENINGS, () -> api.page("/campaigns/report-bench/report")));
        jdbc.sql(SILENCE).update();
        Timing.say(
                "mean of " + OPENINGS + " where the hold-out answers half as often",
                Timing.mean(OPENINGS, () -> report(api)));
        Timing.say("its page", Timing.mean(OPENINGS, () -> api.page("/campaigns/report-bench/report")));
    }

    private static void seed(JdbcClient jdbc, int people) {
        for (var step : STORY) {
            var statement = jdbc.sql(step);
            (step.contains(":people") ? statement.param("people", people) : statement).update();
        }
    }

    private static void report(Api api) throws IOException, InterruptedException {
        api.page("/api/campaigns/report-bench/report");
    }
}
