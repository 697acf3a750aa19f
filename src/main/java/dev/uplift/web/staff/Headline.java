package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manager must know before deciding: one sentence, one chart, up to three numbers.
 *
 * @param metric its name
 * @param level on what the sentence stands
 * @param stage whether this is an interim look or the read-out, and when that is
 * @param sentence the verdict in the reader's language
 * @param forest null while only numbers of answers may be shown
 */
record Headline(
        String metric,
        Tag verdict,
        String level,
        String stage,
        String sentence,
        @Nullable Forest forest,
        List<Figure> figures) {

    static Headline of(Report report, Wording wording) {
        var proof = Proof.of(report);
        return new Headline(
                wording.metricName(),
                Tag.ofVerdict(report.verdict().code(), wording),
                wording.text("staff.level." + report.level()),
                stage(report, wording),
                wording.chosen(report.verdict().text()),
                Forest.of(report, proof, wording),
                Figure.of(report, proof, wording));
    }

    private static String stage(Report report, Wording wording) {
        var readOut = wording.day(report.look().readOutAt());
        if (report.plan().lockedAt() == null) {
            return wording.text("staff.stage.open", readOut);
        }
        if (!report.look().last()) {
            return wording.text("staff.stage.interim", readOut);
        }
        return report.asOf().isBefore(report.look().readOutAt())
                ? wording.text("staff.stage.everybody")
                : wording.text("staff.stage.last", readOut);
    }
}
