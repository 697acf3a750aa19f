package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.platform.TestDatabase;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class ReportsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Question QUESTION = new Question("bill", "nps", 5, true, .5);

    private static final String CAMPAIGN = """
            insert into campaign.campaign (key, state, version, hash, updated_at) values ('bill', 'LAUNCHED', 1, 'h', '2026-10-01T00:00Z')""";
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
                   '2026-10-02T08:00Z', :step
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
            insert into survey.response_event (invitation_id, type, score, language, at)
            select id, 'CONFIRMED',
                   case when customer_id % 2 = 0
                        then case when n <= 30 then 3 when n <= 100 then 8 else 10 end
                        else case when n <= 50 then 6 when n <= 130 then 7 else 9 end end,
                   'de', cast(:at as timestamptz) + interval '1 hour'
              from (select id, customer_id, row_number() over (partition by customer_id % 2 order by customer_id) as n
                      from survey.invitation where run_id = :run) i
             where n <= 200""";

    private JdbcClient jdbc;
    private Reports reports;

    @BeforeEach
    void start() {
        jdbc = TestDatabase.empty();
        jdbc.sql(CAMPAIGN).update();
        reports = new Reports(jdbc);
    }

    @Test
    void comparesTreatedWithHoldOutByAssignment() {
        answered(run(1), "2026-10-10T00:00Z");

        var report = reports.report(QUESTION, NOW);

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
            assertThat(difference.low()).isCloseTo(10.087298, within(1e-6));
            assertThat(difference.high()).isCloseTo(39.173786, within(1e-6));
            assertThat(difference.p()).isCloseTo(.000902, within(1e-6));
        });
        assertThat(report.checks())
                .extracting(Report.Check::name, Report.Check::ok)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lot-balance", true),
                        org.assertj.core.groups.Tuple.tuple("response-balance", true),
                        org.assertj.core.groups.Tuple.tuple("same-survey", true),
                        org.assertj.core.groups.Tuple.tuple("enough-answers", true));
        assertThat(report.needed()).isNull();
    }

    @Test
    void showsWhatBeforeAndAfterWouldClaim() {
        earlierAnswers(2);
        answered(run(1), "2026-10-10T00:00Z");

        var naive = reports.report(QUESTION, NOW).naive();

        assertThat(naive).isEqualTo(new Report.Naive(-100, 35, 135));
    }

    @Test
    void reportsTheNewestRunThatHasAssignments() {
        answered(run(1), "2026-10-10T00:00Z");
        jdbc.sql(DRAW).param("run", run(2)).update();
        run(3);

        var report = reports.report(QUESTION, NOW);

        assertThat(arm(report, "treated").assigned()).isEqualTo(400);
        assertThat(arm(report, "treated").answered()).isZero();
        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
    }

    @Test
    void countsAnswersOnlyOnceAndNotTheAmendments() {
        var run = run(1);
        answered(run, "2026-10-10T00:00Z");
        jdbc.sql("""
                insert into survey.response_event (invitation_id, type, score, language, at)
                select id, 'AMENDED', 0, 'de', '2026-11-01T00:00Z' from survey.invitation""").update();

        assertThat(arm(reports.report(QUESTION, NOW), "treated").nps()).isEqualTo(35);
    }

    @Test
    void seesOnlyWhatHadHappenedByThen() {
        answered(run(1), "2026-10-10T00:00Z");

        var early = reports.report(QUESTION, Instant.parse("2026-10-09T00:00:00Z"));

        assertThat(arm(early, "treated").answered()).isZero();
        assertThat(arm(early, "treated").invited()).isZero();
        assertThat(arm(early, "treated").exposed()).isEqualTo(395);
        assertThat(early.difference()).isNull();
    }

    @Test
    void reportsAPlainScoreForASurveyWithoutLot() {
        var run = run(1);
        contact(run, 1, "survey");
        invite(run, "2026-10-10T00:00Z");
        answer(run, "2026-10-10T00:00Z");

        var report = reports.report(new Question("bill", "nps", 5, false, 0), NOW);

        assertThat(report.verdict().code()).isEqualTo("NO_CONTROL");
        assertThat(arm(report, "treated").assigned()).isEqualTo(790);
        assertThat(arm(report, "treated").exposed()).isEqualTo(790);
        assertThat(arm(report, "holdOut").assigned()).isZero();
        assertThat(report.verdict().text().get("en"))
                .startsWith("The score is +23 (range +15 to +30) from 400 answers.");
    }

    @Test
    void reportsACampaignThatHasNotRunYet() {
        var report = reports.report(QUESTION, NOW);

        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
        assertThat(report.needed()).isEqualTo(new Report.Needed(8163, 40_815, null));
        assertThat(report.naive()).isNull();
    }

    @Test
    void saysTheSameTwice() {
        answered(run(1), "2026-11-20T00:00Z");
        var json = JsonMapper.shared();

        var once = json.writeValueAsString(reports.report(QUESTION, NOW));

        assertThat(json.writeValueAsString(reports.report(QUESTION, NOW))).isEqualTo(once);
        assertThat(once)
                .contains("\"treated\":{", "\"asOf\":\"2026-11-22T12:00:00Z\"")
                .doesNotContain("NaN");
    }

    @Test
    void foretellsTheDetectableEffect() {
        assertThat(reports.detectablePoints(200, 200)).isCloseTo(22.587102, within(1e-6));
        assertThat(reports.detectablePoints(200, 0)).isEqualTo(200);
    }

    @Test
    void learnsTheAnswerRateFromEarlierSurveys() {
        assertThat(reports.answerRate()).isEqualTo(.2);

        answered(run(1), "2026-10-10T00:00Z");

        assertThat(reports.answerRate()).isCloseTo(400.0 / 790, within(1e-9));
    }

    private static Report.Arm arm(Report report, String name) {
        return Objects.requireNonNull(report.arms().get(name));
    }

    private long run(int number) {
        return jdbc.sql(RUN).param("number", number).query(Long.class).single();
    }

    private void answered(long run, String at) {
        jdbc.sql(DRAW).param("run", run).update();
        contact(run, 1, "message");
        contact(run, 2, "survey");
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
                    insert into survey.response_event (invitation_id, type, score, language, at)
                    select id, 'CONFIRMED', :score, 'de', cast(:at as timestamptz) from survey.invitation
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
