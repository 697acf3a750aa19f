package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LooksTests {

    private final BillStudy study = new BillStudy();

    @Test
    void saysTheSameTwice() {
        study.answered(study.run(1), "2026-11-20T00:00Z");
        var json = JsonMapper.shared();

        var once = json.writeValueAsString(study.report(BillStudy.NOW));

        assertThat(json.writeValueAsString(study.report(BillStudy.NOW))).isEqualTo(once);
        assertThat(once)
                .contains("\"treated\":{", "\"asOf\":\"2026-11-22T12:00:00Z\"")
                .doesNotContain("NaN");
    }

    @Test
    void fixesThePlanOnceAndKeepsIt() {
        var run = study.run(1);
        study.answered(run, "2026-10-10T00:00Z");
        study.jdbc
                .sql("update campaign.execution set start_at = start_at + interval '1 year'")
                .update();

        assertThat(study.report(BillStudy.NOW).plan().lockedAt()).isEqualTo(BillStudy.START);
        assertThat(study.report(BillStudy.NOW).plan().readOutAt()).isEqualTo("2026-10-22T00:00:00Z");
        assertThat(study.report(BillStudy.NOW).plan().plannedAnswers()).isEqualTo(160);
    }

    @Test
    void saysWhenThePlanWasFixedAfterTheFirstAnswer() {
        var run = study.run(1);
        study.answered(run, "2026-10-10T00:00Z");
        study.jdbc.sql("delete from impact.plan").update();
        study.jdbc.sql("delete from impact.baseline").update();
        study.jdbc.sql("delete from impact.cell").update();

        assertThat(study.report(BillStudy.NOW).checks())
                .filteredOn(check -> check.name().equals("plan-locked"))
                .extracting(Report.Check::ok, Report.Check::detail)
                .containsExactly(
                        tuple(
                                false,
                                "The plan was fixed on 2026-11-22, 12:00 UTC; the first answer came on 2026-10-10, 01:00 UTC."));
    }

    @Test
    void keepsALookOnlyWhenTheEvidenceIsNew() {
        var run = study.run(1);
        study.answered(run, "2026-10-10T00:00Z");

        study.report(Instant.parse("2026-10-15T00:00:00Z"));
        study.report(Instant.parse("2026-10-16T00:00:00Z"));
        var last = study.report(BillStudy.NOW);

        assertThat(study.analyses.history("bill")).hasSize(2);
        assertThat(last.look().number()).isEqualTo(2);
        assertThat(study.analyses.latest())
                .containsExactly(new LatestVerdict(
                        "bill",
                        BillStudy.NOW,
                        last.verdict().code(),
                        last.verdict().text()));
        assertThat(study.analyses.result(
                        "bill", study.analyses.history("bill").get(0).id()))
                .hasValueSatisfying(
                        json -> assertThat(json).isEqualTo(JsonMapper.shared().writeValueAsString(last)));
    }

    @Test
    void givesTheNewestLookWithoutTakingAnother() {
        var run = study.run(1);
        study.answered(run, "2026-10-10T00:00Z");
        study.report(Instant.parse("2026-10-05T00:00:00Z"));
        var last = study.report(BillStudy.NOW);

        var newest = study.analyses.newest();

        assertThat(newest).hasSize(1);
        assertThat(newest.get(0).campaign()).isEqualTo("bill");
        assertThat(newest.get(0).asOf()).isEqualTo(BillStudy.NOW);
        assertThat(newest.get(0).verdict()).isEqualTo(last.verdict());
        assertThat(newest.get(0).difference()).isEqualTo(last.difference());
        assertThat(newest.get(0).answers()).isEqualTo(last.look().answers());
        assertThat(study.analyses.history("bill")).hasSize(2);
    }

    @Test
    void seesWhoGotTheCampaignByAnotherRun() {
        study.answered(study.run(1), "2026-10-10T00:00Z");
        var other = study.run(2);
        study.contact(other, 1, "message");
        study.jdbc
                .sql("update delivery.send set ghost = false where run_id = :run")
                .param("run", other)
                .update();

        var report = study.report(BillStudy.NOW);

        assertThat(report.verdict().code()).isEqualTo("PLAN_CHANGED");
        assertThat(report.verdict().text().get("en")).contains("by another run");
    }
}
