package dev.uplift.impact;

import dev.uplift.audience.TestSegments;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.platform.Content;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The campaign {@code bill} in the database: 800 people drawn in halves, of whom 200 answer on each side. */
final class BillStudy {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant START = Instant.parse("2026-10-02T00:00:00Z");
    static final Actor LENA = new Actor("lena", Role.MARKETER);
    static final String CAMPAIGN = """
            name: Bill
            purpose: service
            goal: { metric: nps, worth: 5 }
            audience: { all: [] }
            hold-out: %s
            channels: [email]
            steps:
              - send: letter
              - survey: nps-service
                after: 7d
            """;
    private static final String RUN = """
            insert into campaign.execution (campaign_key, version, number, state, salt, start_at)
            values ('bill', 1, :number, 'RUNNING', 'salt', '2026-10-01T00:00Z') returning id""";
    static final String DRAW = """
            insert into delivery.assignment (run_id, customer_id, arm, lot, assigned_at)
            select :run, c, case when c % 2 = 0 then 'treated' else 'hold-out' end, 0, '2026-10-02T00:00Z'
              from generate_series(1, 800) c""";
    private static final String CONTACT = """
            insert into delivery.send (run_id, step, customer_id, arm, kind, purpose, channel, template, address_fp, ghost,
                                       state, not_before, expires_at, exposed_at, of_step)
            select :run, :step, c, case when c % 2 = 0 then 'treated' else 'hold-out' end, :kind, 'service', 'email', 't',
                   int8send(c), :kind = 'message' and c % 2 = 1, 'DELIVERED', '2026-10-02T00:00Z', '2026-11-02T00:00Z',
                   timestamptz '2026-10-02T08:00Z' + (:step - 1) * interval '8 days', :step
              from generate_series(1, 800) c
             where c > 10""";
    private static final String INVITE = """
            insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash, created_at,
                                           expires_at)
            select gen_random_uuid(), :run, c, 'nps-bill', 'de', sha256(convert_to(:run || ':' || c, 'UTF8')),
                   cast(:at as timestamptz), '2027-01-01T00:00Z'
              from generate_series(1, 800) c
             where c > 10""";
    /** Treated: 30 detractors, 70 passives, 100 promoters; held out: 50, 80, 70; the rest is silent. */
    private static final String ANSWER = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
            select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED',
                   case when customer_id % 2 = 0
                        then case when n <= 30 then 3 when n <= 100 then 8 else 10 end
                        else case when n <= 50 then 6 when n <= 130 then 7 else 9 end end,
                   'de', cast(:at as timestamptz) + interval '1 hour'
              from (select id, run_id, customer_id, survey_key, row_number() over (partition by customer_id % 2 order by customer_id) as n
                      from survey.invitation where run_id = :run) i
             where n <= 200""";

    final JdbcClient jdbc = TestDatabase.empty();
    final Campaigns campaigns = TestCampaigns.in(jdbc, Path.of("target"));
    final Plans plans;
    final Analyses analyses = new Analyses(jdbc);
    final Reports reports;

    BillStudy() {
        this(TestSecrets.settingsOfTheDefaultCompany());
    }

    /** With the surveys of the content that these settings name. */
    BillStudy(UpliftSettings settings) {
        campaigns.save("bill", CAMPAIGN.formatted("50%"), LENA, NOW);
        var transactions = new DataSourceTransactionManager(TestDatabase.source());
        plans = new Plans(
                jdbc,
                new TransactionTemplate(transactions),
                new Patience(new JdbcTemplate(TestDatabase.source())),
                campaigns,
                new OutcomeRules(TestSegments.in(jdbc)),
                new Forecasts(jdbc, TestSegments.in(jdbc)),
                new Surveys(jdbc, new Content(settings), TestSecrets.secrets(), settings));
        reports = new Reports(
                campaigns,
                plans,
                new EvidenceReader(jdbc, new MeasurementSettings(List.of("churned", "complaint")), transactions),
                analyses);
    }

    Report report(Instant now) {
        return reports.report("bill", now).orElseThrow();
    }

    static Report.Arm arm(Report report, String name) {
        return Objects.requireNonNull(report.arms().get(name));
    }

    long run(int number) {
        return jdbc.sql(RUN).param("number", number).query(Long.class).single();
    }

    void answered(long run, String at) {
        jdbc.sql(DRAW).param("run", run).update();
        asked(run, at);
    }

    void asked(long run, String at) {
        contact(run, 1, "message");
        contact(run, 2, "survey");
        plans.lock(
                campaigns.runs("bill").stream()
                        .filter(known -> known.id().value() == run)
                        .findFirst()
                        .orElseThrow(),
                START);
        invite(run, at);
        answer(run, at);
    }

    /** Everybody drawn as treated said 2 in an earlier survey, after having said 9 in a still earlier one. */
    void earlierAnswers(int score) {
        for (var at : new String[] {"2026-08-01T00:00Z", "2026-09-01T00:00Z"}) {
            var run = run(at.startsWith("2026-08") ? 8 : 9);
            var earlier = jdbc.sql("update campaign.execution set number = -number where id = :run");
            earlier.param("run", run).update();
            invite(run, at);
            jdbc.sql("""
                    insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
                    select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED', :score, 'de', cast(:at as timestamptz) from survey.invitation
                     where run_id = :run""")
                    .param("score", at.startsWith("2026-08") ? 9 : score)
                    .param("at", at)
                    .param("run", run)
                    .update();
        }
    }

    void contact(long run, int step, String kind) {
        jdbc.sql(CONTACT)
                .param("run", run)
                .param("step", step)
                .param("kind", kind)
                .update();
    }

    void invite(long run, String at) {
        jdbc.sql(INVITE).param("run", run).param("at", at).update();
    }

    void answer(long run, String at) {
        jdbc.sql(ANSWER).param("run", run).param("at", at).update();
    }
}
