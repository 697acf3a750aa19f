package dev.uplift.web.staff;

import dev.uplift.impact.Look;
import dev.uplift.impact.MeasurementPlan;
import dev.uplift.impact.Report;
import dev.uplift.web.staff.CampaignPage.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The short facts of a report, each a label and what it says. */
final class ReportFacts {

    private ReportFacts() {}

    static List<Fact> question(MeasurementPlan plan, Wording wording) {
        var facts = new ArrayList<Fact>();
        add(facts, "staff.report.metric", wording.metricName() + " (" + plan.breaks() + ")", wording);
        add(facts, "staff.goal.worth", wording.amount(plan.worth()), wording);
        add(facts, "staff.goal.target", plan.target() == null ? null : wording.score(plan.target()), wording);
        add(facts, "staff.report.by", plan.by() == null ? null : wording.date(plan.by()), wording);
        add(facts, "staff.goal.holdout", wording.percent(plan.holdOut()), wording);
        add(facts, "staff.report.unit", wording.text("staff.report.unit." + plan.unit()), wording);
        add(
                facts,
                "staff.report.chosen",
                wording.text(plan.audienceUsesOutcome() ? "staff.report.chosen.outcome" : "staff.report.chosen.other"),
                wording);
        return List.copyOf(facts);
    }

    static List<Fact> progress(Look look, Wording wording) {
        var facts = new ArrayList<Fact>();
        var answers = wording.count(look.answers());
        add(
                facts,
                "staff.report.answers",
                look.planned() == 0
                        ? answers
                        : wording.text("staff.processed.of", answers, wording.count(look.planned())),
                wording);
        add(facts, "staff.report.read-out", wording.day(look.readOutAt()), wording);
        add(facts, "staff.report.look", wording.count(look.number()), wording);
        return List.copyOf(facts);
    }

    static List<Fact> method(Report report, Wording wording) {
        var plan = report.plan();
        var facts = new ArrayList<Fact>();
        add(facts, "staff.report.engine", report.method().engine(), wording);
        add(
                facts,
                "staff.report.plan",
                wording.text("staff.report.plan.run", wording.count(plan.version()), wording.count(plan.run())),
                wording);
        add(facts, "staff.report.locked", plan.lockedAt() == null ? null : wording.time(plan.lockedAt()), wording);
        add(facts, "staff.report.plan-hash", report.method().planSha256(), wording);
        add(facts, "staff.report.input-hash", report.method().inputSha256(), wording);
        return List.copyOf(facts);
    }

    private static void add(List<Fact> facts, String label, @Nullable String value, Wording wording) {
        if (value != null) {
            facts.add(new Fact(wording.text(label), value));
        }
    }
}
