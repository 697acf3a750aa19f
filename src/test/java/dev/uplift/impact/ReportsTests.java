package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.audience.TestSegments;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.platform.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class ReportsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant START = Instant.parse("2026-10-02T00:00:00Z");
    private static final Actor LENA = new Actor("lena", Role.MARKETER);
    private static final String CAMPAIGN = """
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
    private static final String DRAW = """
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
            insert into survey.response_event (invitation_id, run_id, type, score, language, at)
            select id, run_id, 'CONFIRMED',
                   case when customer_id % 2 = 0
                        then case when n <= 30 then 3 when n <= 100 then 8 else 10 end
                        else case when n <= 50 then 6 when n <= 130 then 7 else 9 end end,
                   'de', cast(:at as timestamptz) + interval '1 hour'
              from (select id, run_id, customer_id, row_number() over (partition by customer_id % 2 order by customer_id) as n
                      from survey.invitation where run_id = :run) i
             where n <= 200""";

    private JdbcClient jdbc;
    private Campaigns campaigns;
    private Plans plans;
    private Analyses analyses;
    private Reports reports;

    @BeforeEach
    void start() {
        jdbc = TestDatabase.empty();
        campaigns = TestCampaigns.in(jdbc, Path.of("target"));
        campaigns.save("bill", CAMPAIGN.formatted("50%"), LENA, NOW);
        var transactions = new DataSourceTransactionManager(TestDatabase.source());
        analyses = new Analyses(jdbc);
        plans = new Plans(
                jdbc,
                new TransactionTemplate(transactions),
                campaigns,
                new OutcomeRules(TestSegments.in(jdbc)),
                new Forecasts(jdbc));
        reports = new Reports(campaigns, plans, new EvidenceReader(jdbc, transactions), analyses);
    }

    @Test
    void comparesTreatedWithHoldOutByAssignment() {
        answered(run(1), "2026-10-10T00:00Z");

        var report = report(NOW);

        assertThat(report.arms()).containsOnlyKeys("treated", "holdOut");
        assertThat(arm(report, "treated"))
                .extracting(
                        Report.Arm::assigned,
                        Report.Arm::exposed,
                        Report.Arm::invited,
                        Report.Arm::answered,
                        Report.Arm::detractors,
                        Report.Arm::passives,
                        Report.Arm::promoters,
                        Report.Arm::nps)
                .containsExactly(400L, 395L, 395L, 200L, 30L, 70L, 100L, 35.0);
        assertThat(arm(report, "holdOut").nps()).isEqualTo(10);
        assertThat(report.verdict().code()).isEqualTo("PROVEN_WORTH");
        assertThat(report.difference()).isNotNull().satisfies(difference -> {
            assertThat(difference.points()).isEqualTo(25);
            assertThat(difference.low()).isCloseTo(24.630542 - 2.053749 * 7.420159, within(1e-4));
            assertThat(difference.high()).isCloseTo(24.630542 + 2.053749 * 7.420159, within(1e-4));
            assertThat(difference.p()).isCloseTo(.000902, within(1e-6));
        });
        assertThat(report.checks())
                .extracting(Report.Check::name, Report.Check::ok)
                .containsExactly(
                        tuple("lot-balance", true),
                        tuple("baseline-balance", true),
                        tuple("response-balance", true),
                        tuple("same-survey", true),
                        tuple("same-delay", true),
                        tuple("contamination", true),
                        tuple("plan-locked", true),
                        tuple("enough-answers", true));
        assertThat(report.needed()).isNull();
    }

    @Test
    void showsWhatBeforeAndAfterWouldClaim() {
        earlierAnswers(2);
        answered(run(1), "2026-10-10T00:00Z");

        var naive = report(NOW).naive();

        assertThat(naive).isEqualTo(new Report.Naive(-100, 35, 135, 110.0));
    }

    @Test
    void reportsTheNewestRunThatHasAssignments() {
        answered(run(1), "2026-10-10T00:00Z");
        jdbc.sql(DRAW).param("run", run(2)).update();
        run(3);

        var report = report(NOW);

        assertThat(arm(report, "treated").assigned()).isEqualTo(400);
        assertThat(arm(report, "treated").answered()).isZero();
        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
    }

    @Test
    void countsAnswersOnlyOnceAndNotTheAmendments() {
        var run = run(1);
        answered(run, "2026-10-10T00:00Z");
        jdbc.sql("""
                insert into survey.response_event (invitation_id, run_id, type, score, language, at)
                select id, run_id, 'AMENDED', 0, 'de', '2026-11-01T00:00Z' from survey.invitation""").update();

        assertThat(arm(report(NOW), "treated").nps()).isEqualTo(35);
    }

    @Test
    void seesOnlyWhatHadHappenedByThen() {
        answered(run(1), "2026-10-10T00:00Z");

        var early = report(Instant.parse("2026-10-09T00:00:00Z"));

        assertThat(arm(early, "treated").answered()).isZero();
        assertThat(arm(early, "treated").invited()).isZero();
        assertThat(arm(early, "treated").exposed()).isEqualTo(395);
        assertThat(early.difference()).isNull();
    }

    @Test
    void reportsAPlainScoreWhereNobodyIsHeldBack() {
        campaigns.save("bill", CAMPAIGN.formatted("0%"), LENA, NOW);
        var run = run(1);
        jdbc.sql("update campaign.execution set version = 2").update();
        jdbc.sql(DRAW).param("run", run).update();
        jdbc.sql("update delivery.assignment set arm = 'treated'").update();
        asked(run, "2026-10-10T00:00Z");

        var report = report(NOW);

        assertThat(report.verdict().code()).isEqualTo("NO_CONTROL");
        assertThat(arm(report, "treated").assigned()).isEqualTo(800);
        assertThat(arm(report, "holdOut").assigned()).isZero();
        assertThat(report.verdict().text().get("en"))
                .startsWith("The score is +23 (range +15 to +30) from 400 answers.");
    }

    @Test
    void reportsACampaignThatHasNotRunYet() {
        var report = report(NOW);

        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
        assertThat(report.needed()).isEqualTo(new Report.Needed(8163, 40_815, null));
        assertThat(report.naive()).isNull();
    }

    @Test
    void saysTheSameTwice() {
        answered(run(1), "2026-11-20T00:00Z");
        var json = JsonMapper.shared();

        var once = json.writeValueAsString(report(NOW));

        assertThat(json.writeValueAsString(report(NOW))).isEqualTo(once);
        assertThat(once)
                .contains("\"treated\":{", "\"asOf\":\"2026-11-22T12:00:00Z\"")
                .doesNotContain("NaN");
    }

    private Report report(Instant now) {
        return reports.report("bill", now).orElseThrow();
    }

    private static Report.Arm arm(Report report, String name) {
        return Objects.requireNonNull(report.arms().get(name));
    }

    @Test
    void fixesThePlanOnceAndKeepsIt() {
        var run = run(1);
        answered(run, "2026-10-10T00:00Z");
        jdbc.sql("update campaign.execution set start_at = start_at + interval '1 year'")
                .update();

        assertThat(report(NOW).plan().lockedAt()).isEqualTo(START);
        assertThat(report(NOW).plan().readOutAt()).isEqualTo("2026-10-22T00:00:00Z");
        assertThat(report(NOW).plan().plannedAnswers()).isEqualTo(160);
    }

    @Test
    void saysWhenThePlanWasFixedAfterTheFirstAnswer() {
        var run = run(1);
        answered(run, "2026-10-10T00:00Z");
        jdbc.sql("delete from impact.plan").update();
        jdbc.sql("delete from impact.baseline").update();

        assertThat(report(NOW).checks())
                .contains(new Report.Check(
                        "plan-locked",
                        false,
                        "plan fixed at 2026-11-22T12:00:00Z, first answer at 2026-10-10T01:00:00Z"));
    }

    @Test
    void keepsALookOnlyWhenTheEvidenceIsNew() {
        var run = run(1);
        answered(run, "2026-10-10T00:00Z");

        report(Instant.parse("2026-10-15T00:00:00Z"));
        report(Instant.parse("2026-10-16T00:00:00Z"));
        var last = report(NOW);

        assertThat(analyses.history("bill")).hasSize(2);
        assertThat(last.look().number()).isEqualTo(2);
        assertThat(analyses.result("bill", analyses.history("bill").get(0).id()))
                .hasValueSatisfying(
                        json -> assertThat(json).isEqualTo(JsonMapper.shared().writeValueAsString(last)));
    }

    private long run(int number) {
        return jdbc.sql(RUN).param("number", number).query(Long.class).single();
    }

    private void answered(long run, String at) {
        jdbc.sql(DRAW).param("run", run).update();
        asked(run, at);
    }

    private void asked(long run, String at) {
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
    private void earlierAnswers(int score) {
        for (var at : new String[] {"2026-08-01T00:00Z", "2026-09-01T00:00Z"}) {
            var run = run(at.startsWith("2026-08") ? 8 : 9);
            var earlier = jdbc.sql("update campaign.execution set number = -number where id = :run");
            earlier.param("run", run).update();
            invite(run, at);
            jdbc.sql("""
                    insert into survey.response_event (invitation_id, run_id, type, score, language, at)
                    select id, run_id, 'CONFIRMED', :score, 'de', cast(:at as timestamptz) from survey.invitation
                     where run_id = :run""")
                    .param("score", at.startsWith("2026-08") ? 9 : score)
                    .param("at", at)
                    .param("run", run)
                    .update();
        }
    }

    private void contact(long run, int step, String kind) {
        jdbc.sql(CONTACT)
                .param("run", run)
                .param("step", step)
                .param("kind", kind)
                .update();
    }

    private void invite(long run, String at) {
        jdbc.sql(INVITE).param("run", run).param("at", at).update();
    }

    private void answer(long run, String at) {
        jdbc.sql(ANSWER).param("run", run).param("at", at).update();
    }
}
