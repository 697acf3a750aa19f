package dev.uplift.demo.simulation;

import dev.uplift.impact.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as text for a console, at most 100 characters wide. */
final class ConsoleReport {

    private ConsoleReport() {}

    static List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        lines.add("Campaign " + report.campaign() + ", NPS in points with 95 % range");
        lines.add(String.format(
                Locale.ROOT,
                "  %-20s %6s %6s %6s %6s   %18s   %6s   %s",
                "",
                "assign",
                "invite",
                "answer",
                "rate",
                "detr / pass / prom",
                "NPS",
                "range"));
        report.arms().forEach((name, arm) -> lines.add(line(label(name), arm)));
        var difference = report.difference();
        if (difference != null) {
            lines.add("  Difference, caused by the campaign: " + points(difference.points()) + "  ("
                    + range(difference.low(), difference.high()) + ")"
                    + (difference.estimator().equals("adjusted") ? ", earlier answers taken into account" : ""));
        }
        var naive = report.naive();
        if (naive != null) {
            lines.add("  Before/after of the contacted, misleading: " + points(naive.before()) + " to "
                    + points(naive.after()) + " = " + points(naive.points()));
        }
        lines.add("  Verdict: "
                + report.verdict().text().getOrDefault("en", report.verdict().code()));
        return lines;
    }

    /** Whole points with a sign and a true minus; a dash for nothing. */
    static String points(@Nullable Double points) {
        if (points == null) {
            return "–";
        }
        var whole = Math.round(points);
        return whole < 0 ? "−" + -whole : whole > 0 ? "+" + whole : "0";
    }

    private static String line(String label, Report.Arm arm) {
        return String.format(
                Locale.ROOT,
                "  %-20s %6d %6d %6d %5.0f%%   %4s / %4s / %4s   %6s   %s",
                label,
                arm.assigned(),
                arm.invited(),
                arm.answered(),
                arm.invited() == 0 ? 0.0 : 100.0 * arm.answered() / arm.invited(),
                count(arm.detractors()),
                count(arm.passives()),
                count(arm.promoters()),
                points(arm.nps()),
                range(arm.low(), arm.high()));
    }

    private static String count(@Nullable Long people) {
        return people == null ? "–" : people.toString();
    }

    private static String range(@Nullable Double low, @Nullable Double high) {
        return points(low) + " … " + points(high);
    }

    private static String label(String arm) {
        return switch (arm) {
            case "treated" -> "assigned to contact";
            case "holdOut" -> "hold-out by lot";
            default -> arm;
        };
    }
}
