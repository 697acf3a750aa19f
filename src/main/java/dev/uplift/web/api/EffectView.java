package dev.uplift.web.api;

import dev.uplift.impact.FollowUpReport;
import dev.uplift.impact.Report;
import dev.uplift.impact.WaitingList;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What following up did to the scores of one metric. Its components mean what they mean in the report on a campaign.
 *
 * @param lot null where nobody waits, so that nothing is proved
 * @param running drawn cases whose time to answer is not over
 * @param again later cases of customers who count already
 */
record EffectView(
        String metric,
        Instant asOf,
        @Nullable Lot lot,
        String level,
        Report.Verdict verdict,
        Arms arms,
        Report.@Nullable Difference difference,
        Report.@Nullable Naive naive,
        Report.@Nullable Range bounds,
        List<Report.Check> checks,
        Report.@Nullable Needed needed,
        List<Report.Outcome> outcomes,
        long running,
        long again,
        Report.Method method) {

    /** By what the cases were drawn; the share is from 0 to 1, worth is in points. */
    record Lot(double share, long days, int worth, Instant since) {

        static Lot of(WaitingList list) {
            return new Lot(list.share(), list.time().toDays(), list.worth(), list.since());
        }
    }

    /** Exempt cases are not part of the comparison; exposed are those contacted before the time was over. */
    record Arms(Report.Arm followUp, Report.Arm waiting, Report.Arm exempt) {}

    static EffectView of(FollowUpReport found) {
        var report = found.report();
        var list = found.list();
        return new EffectView(
                report.metric(),
                report.asOf(),
                list == null ? null : Lot.of(list),
                report.level(),
                report.verdict(),
                new Arms(arm(report, "treated"), arm(report, "holdOut"), found.exempt()),
                report.difference(),
                report.naive(),
                report.bounds(),
                report.checks(),
                report.needed(),
                report.outcomes(),
                found.running(),
                found.again(),
                report.method());
    }

    private static Report.Arm arm(Report report, String name) {
        return Objects.requireNonNull(report.arms().get(name), "A report has both arms");
    }
}
