package dev.uplift.web.staff;

import dev.uplift.impact.Finding;
import dev.uplift.impact.Report.Difference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All campaigns beside each other, by the newest look at each.
 *
 * @param rows those whose effect a lot has measured, the surest first
 * @param others those of which no effect may be named, and why
 */
record ReportsPage(List<Row> rows, List<Scale.Tick> ticks, List<Other> others) {

    /**
     * A campaign and its effect.
     *
     * @param stage whether this is an interim look or the read-out, and when
     * @param claim what a comparison of before and after would say; empty without earlier answers
     */
    record Row(
            String key,
            String name,
            String metric,
            String stage,
            String answers,
            String estimate,
            String range,
            ForestRow.Mark mark,
            String claim,
            Tag verdict) {}

    /** A campaign and the sentence of its report. */
    record Other(String key, String name, String stage, String level, String sentence, Tag verdict) {}

    /** The names are those of the campaigns by key; one whose file is gone is called by its key. */
    static ReportsPage of(List<Finding> findings, Map<String, String> names, Wording wording) {
        var measured = findings.stream()
                .filter(Proof::comparable)
                .sorted(Comparator.comparing(
                                (Finding finding) -> difference(finding).low())
                        .reversed())
                .toList();
        var scale = Scale.covering(measured.stream()
                .map(ReportsPage::difference)
                .flatMap(difference -> Stream.of(difference.low(), difference.points(), difference.high()))
                .toList());
        return new ReportsPage(
                measured.stream()
                        .map(finding -> row(finding, named(finding, names), scale, wording))
                        .toList(),
                scale.ticks(wording),
                findings.stream()
                        .filter(finding -> !Proof.comparable(finding))
                        .map(finding -> other(finding, named(finding, names), wording))
                        .toList());
    }

    private static Row row(Finding finding, String name, Scale scale, Wording wording) {
        var effect = difference(finding);
        var naive = finding.naive();
        return new Row(
                finding.campaign(),
                name,
                wording.word("staff.metric.", finding.metric()),
                stage(finding, wording),
                wording.count(finding.answers()),
                wording.difference(effect.points()),
                wording.differences(effect.low(), effect.high()),
                new ForestRow.Mark(scale.x(effect.points()), scale.x(effect.low()), scale.x(effect.high())),
                naive == null ? "" : wording.difference(naive.points()),
                Tag.ofVerdict(finding.verdict().code(), wording));
    }

    private static Other other(Finding finding, String name, Wording wording) {
        return new Other(
                finding.campaign(),
                name,
                stage(finding, wording),
                wording.text("staff.level." + finding.level()),
                wording.chosen(finding.verdict().text()),
                Tag.ofVerdict(finding.verdict().code(), wording));
    }

    private static String stage(Finding finding, Wording wording) {
        var stage = finding.look().last() ? "staff.reports.read-out" : "staff.reports.interim";
        return wording.text(stage, wording.time(finding.asOf()));
    }

    private static String named(Finding finding, Map<String, String> names) {
        return names.getOrDefault(finding.campaign(), finding.campaign());
    }

    private static Difference difference(Finding finding) {
        return Objects.requireNonNull(finding.difference());
    }
}
