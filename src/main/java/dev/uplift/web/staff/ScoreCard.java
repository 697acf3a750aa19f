package dev.uplift.web.staff;

import dev.uplift.campaign.Goal;
import dev.uplift.impact.Report;
import dev.uplift.impact.Report.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the campaign did to the score, as the report says it.
 *
 * @param level {@code A}, {@code B} or {@code E}, see {@link Report}
 * @param verdict the verdict in a few words
 * @param sentence the verdict in the reader's language
 * @param claim what before and after alone would claim, or null without earlier answers
 * @param truth the difference to the hold-out, or null without one
 * @param needed what is still missing, or null if nothing is or the sentence says so
 */
record ScoreCard(
        String asOf,
        String level,
        Tag verdict,
        String sentence,
        List<Row> scores,
        @Nullable Row difference,
        List<Scale.Tick> ticks,
        @Nullable Double goalX,
        String goal,
        @Nullable String claim,
        @Nullable String truth,
        List<Rate> rates,
        List<Check> checks,
        @Nullable String needed) {

    /** Verdicts for which a score would say more than is known, so that only numbers of answers are shown. */
    private static final Set<String> COUNTS_ONLY = Set.of("TOO_EARLY", "HIDDEN_SMALL_CELL");

    /** The verdict whose sentence names what is still missing. */
    private static final String SAYS_WHAT_IS_NEEDED = "NOT_ENOUGH";

    /** A row of the forest plot; the mark is null while there is no score. */
    record Row(ForestRow text, ForestRow.@Nullable Mark mark) {}

    /** How many of a group answered. */
    record Rate(String group, String answered, String invited, String share) {}

    /** A test of the comparison's soundness. */
    record Check(boolean ok, String name, String detail) {}

    static ScoreCard of(Report report, @Nullable Goal goal, Wording wording) {
        var scores = scores(report, wording);
        var difference = report.difference() == null ? null : ForestRow.of(report.difference(), wording);
        var target = goal == null ? null : goal.target();
        var scale = scale(scores, difference, target);
        return new ScoreCard(
                wording.time(report.asOf()),
                report.level(),
                Tag.ofVerdict(report.verdict().code(), wording),
                sentence(report, wording),
                scores.stream().map(row -> new Row(row, row.on(scale))).toList(),
                difference == null ? null : new Row(difference, difference.on(scale)),
                scale.ticks(wording),
                target == null ? null : scale.x(target),
                target == null ? "" : wording.score(target),
                report.naive() == null ? null : wording.score(report.naive().points()),
                difference == null ? null : difference.estimate() + " (" + difference.range() + ")",
                rates(report, wording),
                checks(report, wording),
                needed(report, wording));
    }

    private static List<ForestRow> scores(Report report, Wording wording) {
        var rows = new ArrayList<ForestRow>();
        var hidden = COUNTS_ONLY.contains(report.verdict().code());
        if (report.naive() != null && !hidden) {
            rows.add(ForestRow.before(report.naive().before(), wording));
        }
        arms(report).forEach(arm -> rows.add(ForestRow.of(arm.kind, arm.numbers, hidden, wording)));
        return List.copyOf(rows);
    }

    private static Scale scale(List<ForestRow> scores, @Nullable ForestRow difference, @Nullable Integer target) {
        var rows = difference == null ? scores.stream() : Stream.concat(scores.stream(), Stream.of(difference));
        var goal = target == null ? Stream.<Double>empty() : Stream.of(target.doubleValue());
        return Scale.covering(
                Stream.concat(rows.flatMap(ForestRow::scores), goal).toList());
    }

    private static String sentence(Report report, Wording wording) {
        var sentences = report.verdict().text();
        return sentences.getOrDefault(wording.locale().getLanguage(), sentences.getOrDefault("en", ""));
    }

    private static List<Rate> rates(Report report, Wording wording) {
        return arms(report)
                .map(arm -> new Rate(
                        wording.text("staff.score." + arm.kind),
                        wording.count(arm.numbers.answered()),
                        wording.count(arm.numbers.invited()),
                        wording.percent(arm.numbers.answered(), arm.numbers.invited())))
                .toList();
    }

    private static List<Check> checks(Report report, Wording wording) {
        return report.checks().stream()
                .map(check -> new Check(check.ok(), wording.word("staff.check.", check.name()), check.detail()))
                .toList();
    }

    private static @Nullable String needed(Report report, Wording wording) {
        var needed = report.needed();
        if (needed == null || report.verdict().code().equals(SAYS_WHAT_IS_NEEDED)) {
            return null;
        }
        var answers = wording.count(needed.answers());
        var invitations = wording.count(needed.invitations());
        return needed.days() == null
                ? wording.text("staff.needed", answers, invitations)
                : wording.text("staff.needed.days", answers, invitations, wording.count(needed.days()));
    }

    /** The groups of the report; a hold-out that nobody was drawn into is none. */
    private static Stream<Group> arms(Report report) {
        return Stream.of("treated", "holdOut")
                .filter(report.arms()::containsKey)
                .map(name -> new Group(
                        name.equals("treated") ? name : "hold-out",
                        Objects.requireNonNull(report.arms().get(name))))
                .filter(group -> group.numbers.assigned() > 0 || group.kind.equals("treated"));
    }

    private record Group(String kind, Arm numbers) {}
}
