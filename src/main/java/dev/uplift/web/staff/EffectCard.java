package dev.uplift.web.staff;

import dev.uplift.followup.Desk;
import dev.uplift.impact.FollowUpReport;
import dev.uplift.impact.Report;
import dev.uplift.impact.WaitingList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What following up did to the scores of one metric.
 *
 * @param metric its key
 * @param drawn whether a lot decided who had to wait, without which nothing is proved
 * @param over whether the desk draws no longer by this lot
 * @param lot by which cases were drawn, and which do not count, each with its label
 * @param outcomes what else differs; empty without a lot
 * @param needed what is still missing, or null if nothing is or the headline says so
 */
record EffectCard(
        String metric,
        boolean drawn,
        boolean over,
        Headline headline,
        List<CampaignPage.Fact> lot,
        ArmTable arms,
        List<ScoreCard.Check> checks,
        List<EffectRow> outcomes,
        @Nullable String needed) {

    private static final String SAYS_WHAT_IS_NEEDED = "NOT_ENOUGH";

    static EffectCard of(FollowUpReport found, Desk desk, Wording reader) {
        var report = found.report();
        var wording = reader.of(report.plan().asks());
        return new EffectCard(
                report.metric(),
                found.list() != null,
                found.list() != null && desk.holdBack() == null,
                headline(report, found.list() != null, wording),
                lot(found, wording),
                ArmTable.of(report, wording),
                ScoreCard.Check.of(report, wording),
                report.outcomes().stream()
                        .map(outcome -> EffectRow.of(outcome, wording))
                        .toList(),
                report.verdict().code().equals(SAYS_WHAT_IS_NEEDED) ? null : ScoreCard.needed(report, wording));
    }

    private static Headline headline(Report report, boolean drawn, Wording wording) {
        var proof = Proof.of(report);
        return new Headline(
                wording.metricName(),
                Tag.ofVerdict(report.verdict().code(), wording),
                wording.text("staff.level." + report.level()),
                wording.text("staff.effect.stage"),
                wording.chosen(report.verdict().text()),
                Forest.of(report, proof, wording),
                drawn ? Figure.of(report, proof, wording) : Figure.withClaim(List.of(), report, wording));
    }

    private static List<CampaignPage.Fact> lot(FollowUpReport found, Wording wording) {
        var facts = new ArrayList<CampaignPage.Fact>();
        var list = found.list();
        if (list != null) {
            facts.addAll(drawing(list, wording));
        }
        add(facts, "staff.effect.running", wording.count(found.running()), wording);
        add(facts, "staff.effect.again", wording.count(found.again()), wording);
        if (found.exempt().assigned() > 0) {
            add(facts, "staff.effect.exempt", exempt(found.exempt(), wording), wording);
        }
        return List.copyOf(facts);
    }

    private static List<CampaignPage.Fact> drawing(WaitingList list, Wording wording) {
        var facts = new ArrayList<CampaignPage.Fact>();
        add(facts, "staff.effect.share", wording.percent(list.share()), wording);
        add(
                facts,
                "staff.effect.time",
                wording.text("staff.effect.days", wording.count(list.time().toDays())),
                wording);
        add(facts, "staff.goal.worth", wording.amount(list.worth()), wording);
        add(facts, "staff.effect.since", wording.day(list.since()), wording);
        return facts;
    }

    private static String exempt(Report.Arm arm, Wording wording) {
        var score = arm.score();
        var people = wording.count(arm.assigned());
        return score == null || arm.low() == null || arm.high() == null
                ? people
                : wording.text(
                        "staff.effect.exempt.score",
                        people,
                        wording.count(arm.answered()),
                        wording.score(score),
                        wording.scores(arm.low(), arm.high()));
    }

    private static void add(List<CampaignPage.Fact> facts, String label, String value, Wording wording) {
        facts.add(new CampaignPage.Fact(wording.text(label), value));
    }
}
