package dev.uplift.web.api;

import dev.uplift.impact.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report's aggregates; each row begins with its name.
 *
 * @param rows as many cells as columns: texts, numbers and truth values; null where nothing is known or may be told
 */
record ReportSheet(String name, List<String> columns, List<List<@Nullable Object>> rows) {

    private static final List<String> CLASSES = List.of("detractors", "passives", "promoters");
    private static final List<String> CLASSES_OF_SHARE = List.of("others", "satisfied");

    static List<ReportSheet> of(Report report) {
        return List.of(
                summary(report),
                arms(report),
                checks(report),
                estimates(report),
                segments(report),
                outcomes(report),
                migration(report),
                reasons(report),
                method(report));
    }

    private static ReportSheet summary(Report report) {
        var rows = new Rows();
        rows.add("campaign", report.campaign());
        rows.add("as of", report.asOf().toString());
        rows.add("verdict", report.verdict().code());
        report.verdict().text().forEach((language, text) -> rows.add("sentence " + language, text));
        rows.add("level", report.level());
        rows.add("look", report.look().last() ? "read-out" : "interim");
        rows.add("read-out", report.look().readOutAt().toString());
        rows.add("answers", report.look().answers());
        rows.add("answers planned", report.look().planned());
        var naive = report.naive();
        if (naive != null) {
            rows.add("before and after would claim", naive.points());
            rows.add("hold-out changed by itself", naive.natural());
        }
        var needed = report.needed();
        if (needed != null) {
            rows.add("answers needed", needed.answers());
            rows.add("invitations needed", needed.invitations());
        }
        var sensitivity = report.sensitivity();
        if (sensitivity != null) {
            rows.add("answers under review treated", sensitivity.treated());
            rows.add("answers under review hold-out", sensitivity.holdOut());
            rows.add("verdict without them", sensitivity.code());
        }
        return rows.sheet("summary", "name", "value");
    }

    private static ReportSheet arms(Report report) {
        var rows = new Rows();
        report.arms()
                .forEach((name, arm) -> rows.add(
                        name,
                        arm.assigned(),
                        arm.accounts(),
                        arm.exposed(),
                        arm.invited(),
                        arm.answered(),
                        arm.detractors(),
                        arm.passives(),
                        arm.promoters(),
                        arm.nps(),
                        arm.low(),
                        arm.high(),
                        arm.score(),
                        arm.satisfied(),
                        arm.mean()));
        return rows.sheet(
                "arms",
                "arm",
                "assigned",
                "accounts",
                "exposed",
                "invited",
                "answered",
                "detractors",
                "passives",
                "promoters",
                "nps",
                "low",
                "high",
                "score",
                "satisfied",
                "mean");
    }

    private static ReportSheet checks(Report report) {
        var rows = new Rows();
        report.checks().forEach(check -> rows.add(check.name(), check.ok(), check.detail()));
        return rows.sheet("checks", "check", "ok", "detail");
    }

    private static ReportSheet estimates(Report report) {
        var rows = new Rows();
        var difference = report.difference();
        if (difference != null) {
            rows.add(
                    "deciding: " + difference.estimator(),
                    difference.points(),
                    difference.low(),
                    difference.high(),
                    difference.p(),
                    difference.confidence());
        }
        report.estimates().forEach(estimate -> rows.add(estimate, .95));
        var people = report.perThousand();
        if (people != null && difference != null) {
            rows.add(people, difference.confidence());
        }
        var bounds = report.bounds();
        if (bounds != null) {
            rows.add("bounds", null, bounds.low(), bounds.high(), null, null);
        }
        return rows.sheet("estimates", "estimate", "points", "low", "high", "p", "confidence");
    }

    private static ReportSheet segments(Report report) {
        var rows = new Rows();
        report.segments().rows().forEach(segment -> {
            var effect = segment.effect();
            rows.add(
                    segment.by() + ": " + segment.name(),
                    segment.treated(),
                    segment.holdOut(),
                    effect == null ? null : effect.points(),
                    effect == null ? null : effect.low(),
                    effect == null ? null : effect.high(),
                    segment.shrunk(),
                    segment.adjustedP());
        });
        report.segments()
                .dimensions()
                .forEach(dimension -> rows.add(
                        dimension.by() + ": all differ", null, null, null, null, null, null, dimension.interactionP()));
        return rows.sheet(
                "segments", "segment", "treated", "hold-out", "points", "low", "high", "shrunk", "p adjusted");
    }

    private static ReportSheet outcomes(Report report) {
        var rows = new Rows();
        report.outcomes()
                .forEach(outcome -> rows.add(
                        outcome.name(),
                        outcome.treated(),
                        outcome.holdOut(),
                        outcome.difference().points(),
                        outcome.difference().low(),
                        outcome.difference().high(),
                        outcome.adjustedP(),
                        outcome.unit().name().toLowerCase(Locale.ROOT),
                        outcome.among().name().toLowerCase(Locale.ROOT)));
        return rows.sheet(
                "outcomes",
                "outcome",
                "treated",
                "hold-out",
                "difference",
                "low",
                "high",
                "p adjusted",
                "unit",
                "among");
    }

    private static ReportSheet migration(Report report) {
        var rows = new Rows();
        var classes = report.plan().asks().share() ? CLASSES_OF_SHARE : CLASSES;
        report.migration().forEach((arm, moved) -> add(rows, arm, classes, moved));
        var columns = Stream.concat(Stream.of("arm and class before"), classes.stream());
        return rows.sheet("migration", columns.toArray(String[]::new));
    }

    private static void add(Rows rows, String arm, List<String> classes, Report.Migration moved) {
        for (var before = 0; before < moved.people().size(); before++) {
            rows.add(arm + " " + classes.get(before), moved.people().get(before).toArray());
        }
    }

    private static ReportSheet reasons(Report report) {
        var rows = new Rows();
        report.themes().forEach(theme -> rows.add(theme.reason(), theme.treated(), theme.holdOut()));
        return rows.sheet("reasons", "reason", "treated", "hold-out");
    }

    private static ReportSheet method(Report report) {
        var rows = new Rows();
        var plan = report.plan();
        rows.add("engine", report.method().engine());
        rows.add("input sha256", report.method().inputSha256());
        rows.add("plan sha256", report.method().planSha256());
        rows.add("plan locked", plan.lockedAt() == null ? null : plan.lockedAt().toString());
        rows.add("version", plan.version());
        rows.add("run", plan.run());
        rows.add("metric", plan.metric());
        rows.add("classes", plan.breaks());
        rows.add("smallest effect worth having", plan.worth());
        rows.add("hold-out", plan.holdOut());
        rows.add("drawn", plan.unit());
        rows.add("compared by", String.join(", ", plan.strata()));
        rows.add("audience chosen by an earlier answer", plan.audienceUsesOutcome());
        report.ladder()
                .forEach(rung ->
                        rows.add("design " + rung.level(), (rung.admissible() ? "applies: " : "") + rung.why()));
        return rows.sheet("method", "name", "value");
    }

    /** Rows as they come. */
    private static final class Rows {

        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        void add(String name, @Nullable Object... cells) {
            var row = new ArrayList<@Nullable Object>();
            row.add(name);
            row.addAll(Arrays.asList(cells));
            rows.add(row);
        }

        void add(Report.Estimate estimate, double confidence) {
            add(estimate.name(), estimate.points(), estimate.low(), estimate.high(), estimate.p(), confidence);
        }

        ReportSheet sheet(String name, String... columns) {
            return new ReportSheet(name, List.of(columns), rows);
        }
    }
}
