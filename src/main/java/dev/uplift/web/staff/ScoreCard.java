package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the campaign did to the score, as the report says it, in short.
 *
 * @param needed what is still missing, or null if nothing is or the headline says so
 */
record ScoreCard(
        String asOf,
        Headline headline,
        List<Rate> rates,
        List<Check> checks,
        @Nullable String needed) {

    /** The verdict whose sentence names what is still missing. */
    private static final String SAYS_WHAT_IS_NEEDED = "NOT_ENOUGH";

    /** How many of a group answered. */
    record Rate(String group, String answered, String invited, String share) {}

    /** A test of the comparison's soundness. */
    record Check(boolean ok, String name, String detail) {

        static List<Check> of(Report report, Wording wording) {
            return report.checks().stream()
                    .map(check -> new Check(
                            check.ok(), wording.word("staff.check.", check.name()), wording.chosen(check.text())))
                    .toList();
        }
    }

    static ScoreCard of(Report report, Wording reader) {
        var wording = reader.of(report.plan().asks());
        return new ScoreCard(
                wording.time(report.asOf()),
                Headline.of(report, wording),
                rates(report, wording),
                Check.of(report, wording),
                report.verdict().code().equals(SAYS_WHAT_IS_NEEDED) ? null : needed(report, wording));
    }

    private static List<Rate> rates(Report report, Wording wording) {
        return NamedArm.of(report, wording).stream()
                .map(arm -> new Rate(
                        arm.name(),
                        wording.count(arm.numbers().answered()),
                        wording.count(arm.numbers().invited()),
                        arm.rate(wording)))
                .toList();
    }

    /** What is still missing, in a sentence, or null if nothing is. */
    static @Nullable String needed(Report report, Wording wording) {
        var needed = report.needed();
        if (needed == null) {
            return null;
        }
        var answers = wording.count(needed.answers());
        var invitations = wording.count(needed.invitations());
        return needed.days() == null
                ? wording.text("staff.needed", answers, invitations)
                : wording.text("staff.needed.days", answers, invitations, wording.count(needed.days()));
    }
}
