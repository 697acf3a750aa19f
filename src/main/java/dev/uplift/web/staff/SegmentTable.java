package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.List;

/**
 * The effect in the groups that were told apart in one way.
 *
 * @param differ whether these groups differ at all, in a sentence; empty with fewer than two that are known
 */
record SegmentTable(String title, List<EffectRow> rows, String differ) {

    private static final double DIFFER = .05;

    static List<SegmentTable> of(Report.Segments segments, Wording wording) {
        return segments.dimensions().stream()
                .map(dimension -> of(segments, dimension, wording))
                .toList();
    }

    private static SegmentTable of(Report.Segments segments, Report.Dimension dimension, Wording wording) {
        var own = segments.rows().stream()
                .filter(row -> row.by().equals(dimension.by()))
                .toList();
        var known = own.stream().filter(row -> row.effect() != null).count();
        return new SegmentTable(
                dimension.by().equals("channel")
                        ? wording.text("staff.segments.by.channel")
                        : wording.text("staff.segments.by", dimension.by()),
                own.stream().map(row -> EffectRow.of(row, wording)).toList(),
                known < 2 ? "" : differ(dimension.interactionP(), wording));
    }

    private static String differ(double p, Wording wording) {
        return wording.text(p < DIFFER ? "staff.report.differ" : "staff.report.alike", wording.probability(p));
    }
}
