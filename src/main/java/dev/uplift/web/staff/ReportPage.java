package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.impact.Analyses.Kept;
import dev.uplift.impact.Decisions.Decision;
import dev.uplift.impact.Report;
import dev.uplift.impact.Theme;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The manager's report: the headline first, below it all that it stands on.
 *
 * @param metric its key
 * @param question what the campaign should achieve, each with its label
 * @param needed what is still missing, in a sentence, or null if nothing is
 * @param sensitivity what would be found without answers under review, or empty if no answer is
 * @param progress answers, dates and looks, each with its label
 * @param segments the effect by group, a table for each way of telling people apart
 * @param migration who moved between the classes, by arm
 * @param method engine, hashes and the like, each with its label
 */
record ReportPage(
        String key,
        String metric,
        String name,
        String asOf,
        Headline headline,
        List<CampaignPage.Fact> question,
        @Nullable String needed,
        String sensitivity,
        List<CampaignPage.Fact> progress,
        ArmTable arms,
        List<ScoreCard.Check> checks,
        List<EffectRow> outcomes,
        List<SegmentTable> segments,
        List<MigrationTable> migration,
        List<ReasonRow> reasons,
        List<RungRow> ladder,
        List<EffectRow> estimates,
        List<CampaignPage.Fact> method,
        List<LookRow> looks,
        List<DecisionRow> decisions) {

    /** How many of each arm chose a reason, with their share of those who answered. */
    record ReasonRow(String reason, List<String> arms) {

        /** The same reason may have been chosen in several languages; it is one row, in the words of the reader. */
        static List<ReasonRow> of(Report report, List<NamedArm> arms, UnaryOperator<String> words, Wording wording) {
            return report.themes().stream()
                    .collect(Collectors.toMap(
                            theme -> words.apply(theme.reason()), Function.identity(), Theme::with, LinkedHashMap::new))
                    .entrySet()
                    .stream()
                    .sorted(Comparator.comparingLong(entry -> -entry.getValue().chosen()))
                    .map(entry -> of(entry.getKey(), entry.getValue(), arms, wording))
                    .toList();
        }

        private static ReasonRow of(String reason, Theme theme, List<NamedArm> arms, Wording wording) {
            return new ReasonRow(
                    reason,
                    arms.stream()
                            .map(arm -> of(
                                    arm.kind().equals("treated") ? theme.treated() : theme.holdOut(),
                                    arm.numbers().answered(),
                                    wording))
                            .toList());
        }

        private static String of(long people, long answered, Wording wording) {
            return wording.count(people) + " (" + wording.percent(people, answered) + ")";
        }
    }

    /** An earlier look, and where it is kept. */
    record LookRow(String when, String verdict, String engine, String address) {

        static LookRow of(String campaign, Kept look, Wording wording) {
            return new LookRow(
                    wording.time(look.asOf()),
                    wording.word("staff.verdict.", look.code()),
                    look.engine(),
                    "/api/campaigns/" + campaign + "/looks/" + look.id());
        }
    }

    /** What was decided; the verdict is empty before the first look. */
    record DecisionRow(String text, String by, String when, String verdict) {

        static DecisionRow of(Decision decision, Wording wording) {
            return new DecisionRow(
                    decision.text(),
                    decision.by(),
                    wording.time(decision.at()),
                    decision.verdict() == null ? "" : wording.word("staff.verdict.", decision.verdict()));
        }
    }

    /** Earlier looks and what was decided, each newest first. */
    record History(List<Kept> looks, List<Decision> decisions) {}

    /** Words are those in which the reader knows a reason. */
    static ReportPage of(
            Campaign campaign, Report report, History history, UnaryOperator<String> words, Wording reader) {
        var wording = reader.of(report.plan().asks());
        var arms = NamedArm.of(report, wording);
        var scored = Proof.of(report).scored();
        return new ReportPage(
                campaign.key(),
                report.plan().metric(),
                campaign.name(),
                wording.time(report.asOf()),
                Headline.of(report, wording),
                ReportFacts.question(report.plan(), wording),
                ScoreCard.needed(report, wording),
                report.sensitivity() == null
                        ? ""
                        : wording.chosen(report.sensitivity().text()),
                ReportFacts.progress(report.look(), wording),
                ArmTable.of(report, wording),
                ScoreCard.Check.of(report, wording),
                report.outcomes().stream()
                        .map(outcome -> EffectRow.of(outcome, wording))
                        .toList(),
                scored && arms.size() > 1 ? SegmentTable.of(report.segments(), wording) : List.of(),
                scored ? MigrationTable.of(report, arms, wording) : List.of(),
                ReasonRow.of(report, arms, words, wording),
                RungRow.of(report, wording),
                scored ? estimates(report, wording) : List.of(),
                ReportFacts.method(report, wording),
                history.looks().stream()
                        .map(look -> LookRow.of(campaign.key(), look, wording))
                        .toList(),
                history.decisions().stream()
                        .map(decision -> DecisionRow.of(decision, wording))
                        .toList());
    }

    private static List<EffectRow> estimates(Report report, Wording wording) {
        return report.estimates().stream()
                .map(estimate -> EffectRow.of(estimate, wording))
                .toList();
    }
}
