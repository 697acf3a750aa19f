package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportsTests {

    private final BillStudy study = new BillStudy();

    @Test
    void comparesTreatedWithHoldOutByAssignment() {
        study.answered(study.run(1), "2026-10-10T00:00Z");

        var report = study.report(BillStudy.NOW);

        assertThat(report.arms()).containsOnlyKeys("treated", "holdOut");
        assertThat(BillStudy.arm(report, "treated"))
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
        assertThat(BillStudy.arm(report, "holdOut").nps()).isEqualTo(10);
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
    void saysWhatWouldBeFoundWithoutAnswersUnderReview() {
        study.answered(study.run(1), "2026-10-10T00:00Z");
        var before = study.report(BillStudy.NOW);
        study.jdbc
                .sql("update survey.response_event set review = true where score = 10 and customer_id % 4 = 0")
                .update();

        var report = study.report(BillStudy.NOW);

        assertThat(before.sensitivity()).isNull();
        assertThat(report.verdict()).isEqualTo(before.verdict());
        assertThat(report.difference()).isEqualTo(before.difference());
        assertThat(report.sensitivity()).isNotNull().satisfies(found -> {
            assertThat(found.treated()).isEqualTo(50);
            assertThat(found.holdOut()).isZero();
            assertThat(found.changed()).isTrue();
            assertThat(found.difference()).isNotNull();
        });
        assertThat(study.analyses.history("bill")).hasSize(2);
    }

    @Test
    void showsWhatBeforeAndAfterWouldClaim() {
        study.earlierAnswers(2);
        study.answered(study.run(1), "2026-10-10T00:00Z");

        var naive = study.report(BillStudy.NOW).naive();

        assertThat(naive).isEqualTo(new Report.Naive(-100, 35, 135, 110.0));
    }

    @Test
    void reportsTheNewestRunThatHasAssignments() {
        study.answered(study.run(1), "2026-10-10T00:00Z");
        study.jdbc.sql(BillStudy.DRAW).param("run", study.run(2)).update();
        study.run(3);

        var report = study.report(BillStudy.NOW);

        assertThat(BillStudy.arm(report, "treated").assigned()).isEqualTo(400);
        assertThat(BillStudy.arm(report, "treated").answered()).isZero();
        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
    }

    @Test
    void countsAnswersOnlyOnceAndNotTheAmendments() {
        var run = study.run(1);
        study.answered(run, "2026-10-10T00:00Z");
        study.jdbc.sql("""
                insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
                select invitation_id, run_id, customer_id, survey_key, metric, 'AMENDED', 0, 'de', '2026-11-01T00:00Z' from survey.response_event""").update();

        assertThat(BillStudy.arm(study.report(BillStudy.NOW), "treated").nps()).isEqualTo(35);
    }

    @Test
    void seesOnlyWhatHadHappenedByThen() {
        study.answered(study.run(1), "2026-10-10T00:00Z");

        var early = study.report(Instant.parse("2026-10-09T00:00:00Z"));

        assertThat(BillStudy.arm(early, "treated").answered()).isZero();
        assertThat(BillStudy.arm(early, "treated").invited()).isZero();
        assertThat(BillStudy.arm(early, "treated").exposed()).isEqualTo(395);
        assertThat(early.difference()).isNull();
    }

    @Test
    void reportsAPlainScoreWhereNobodyIsHeldBack() {
        study.campaigns.save("bill", BillStudy.CAMPAIGN.formatted("0%"), BillStudy.LENA, BillStudy.NOW);
        var run = study.run(1);
        study.jdbc.sql("update campaign.execution set version = 2").update();
        study.jdbc.sql(BillStudy.DRAW).param("run", run).update();
        study.jdbc.sql("update delivery.assignment set arm = 'treated'").update();
        study.asked(run, "2026-10-10T00:00Z");

        var report = study.report(BillStudy.NOW);

        assertThat(report.verdict().code()).isEqualTo("NO_CONTROL");
        assertThat(BillStudy.arm(report, "treated").assigned()).isEqualTo(800);
        assertThat(BillStudy.arm(report, "holdOut").assigned()).isZero();
        assertThat(report.verdict().text().get("en"))
                .startsWith("The score is +23 (range +15 to +30) from 400 answers.");
    }

    @Test
    void reportsACampaignThatHasNotRunYet() {
        var report = study.report(BillStudy.NOW);

        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
        assertThat(report.needed()).isEqualTo(new Report.Needed(8163, 40_815, null));
        assertThat(report.naive()).isNull();
    }

    @Test
    void weighsByWhoWasAskedWhereOneArmAnswersMoreOften() {
        study.earlierAnswers(2);
        study.jdbc.sql("""
                update survey.response_event e set score = 9
                  from survey.invitation i
                 where i.id = e.invitation_id and i.customer_id % 8 < 4""").update();
        study.answered(study.run(1), "2026-10-10T00:00Z");
        study.jdbc.sql("""
                delete from survey.response_event e using survey.invitation i
                 where i.id = e.invitation_id and e.at > '2026-10-01' and i.customer_id % 2 = 1 and i.customer_id % 3 = 0""").update();

        var report = study.report(BillStudy.NOW);

        assertThat(report.checks())
                .filteredOn(check -> !check.ok())
                .extracting(Report.Check::name)
                .containsExactly("response-balance");
        assertThat(report.difference())
                .isNotNull()
                .extracting(Report.Difference::estimator)
                .isEqualTo("weighted");
        assertThat(BillStudy.arm(report, "holdOut").invited()).isEqualTo(395);
    }

    @Test
    void comparesEveryGuardrailOfAllWhoWereDrawn() {
        study.answered(study.run(1), "2026-10-10T00:00Z");
        study.jdbc.sql("""
                insert into audience.customer (id, external_id, locale, time_zone, country, created_at, updated_at)
                overriding system value
                select c, 'C-' || c, 'de', 'Europe/Berlin', 'DE', now(), now() from generate_series(1, 800) c""").update();
        study.jdbc.sql("""
                insert into audience.event (customer_id, type, at)
                select c, 'complaint', timestamptz '2026-10-09T00:00Z' + n * interval '1 day'
                  from generate_series(2, 80, 2) c, generate_series(1, 2) n
                union all
                select c, 'complaint', '2026-09-09T00:00Z' from generate_series(1, 79, 2) c
                union all
                select c, 'churned', '2026-10-09T00:00Z' from generate_series(1, 7, 2) c""").update();

        var outcomes = study.report(BillStudy.NOW).outcomes();

        assertThat(outcomes)
                .extracting(Report.Outcome::name, Report.Outcome::treated, Report.Outcome::holdOut)
                .containsExactly(tuple("churned", 0.0, .01), tuple("complaint", .1, 0.0), tuple("withdrawn", 0.0, 0.0));
        assertThat(outcomes.get(1).difference().points()).isEqualTo(10);
        assertThat(outcomes.get(1).adjustedP())
                .isCloseTo(3 * outcomes.get(1).difference().p(), within(2e-6))
                .isLessThan(.001);
    }
}
