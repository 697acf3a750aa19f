package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A number that a manager takes away.
 *
 * @param range where it lies; empty where it is counted
 * @param struck whether it is a claim that does not hold
 */
record Figure(String value, String range, String label, boolean struck) {

    /** At most three, and none that the verdict forbids. */
    static List<Figure> of(Report report, Proof proof, Wording wording) {
        return switch (proof) {
            case EFFECT -> effect(report, wording);
            case BOUNDS -> bounds(report, wording);
            case BROKEN -> broken(report, wording);
            case ALONE -> alone(report, wording);
            case COUNTS -> counts(report, wording);
        };
    }

    private static List<Figure> effect(Report report, Wording wording) {
        var difference = Objects.requireNonNull(report.difference());
        var open = difference.low() <= 0 && difference.high() >= 0 ? ".open" : "";
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                wording.difference(difference.points()),
                wording.differences(difference.low(), difference.high()),
                wording.text("staff.figure.effect" + open, wording.unit()),
                false));
        var people = report.perThousand();
        if (people != null) {
            var range = wording.differences(people.low(), people.high());
            var gained = wording.text("staff.gained." + wording.metric().key());
            figures.add(new Figure(
                    wording.difference(people.points()),
                    range,
                    wording.text("staff.figure.per-thousand" + open, gained),
                    false));
        }
        return withClaim(figures, report, wording);
    }

    private static List<Figure> bounds(Report report, Wording wording) {
        var bounds = Objects.requireNonNull(report.bounds());
        return withClaim(
                List.of(
                        plain(
                                wording.differences(bounds.low(), bounds.high()),
                                wording.text("staff.figure.bounds", wording.unit())),
                        plain(
                                both(NamedArm.of(report, wording), arm -> arm.rate(wording)),
                                wording.text("staff.figure.rates"))),
                report,
                wording);
    }

    private static List<Figure> broken(Report report, Wording wording) {
        var arms = NamedArm.of(report, wording);
        return withClaim(
                List.of(
                        plain(
                                both(arms, arm -> wording.count(drawn(arm.numbers()))),
                                wording.text(
                                        "staff.figure.drawn." + report.plan().unit(),
                                        wording.percent(report.plan().holdOut()))),
                        plain(
                                both(arms, arm -> wording.count(arm.numbers().answered())),
                                wording.text("staff.figure.answered"))),
                report,
                wording);
    }

    private static List<Figure> alone(Report report, Wording wording) {
        var figures = new ArrayList<Figure>();
        var naive = report.naive();
        if (naive != null) {
            figures.add(plain(wording.difference(naive.points()), wording.text("staff.figure.alone", wording.unit())));
        }
        report.ladder().stream()
                .filter(rung -> rung.level().equals(report.level()) && rung.estimate() != null)
                .map(rung -> Objects.requireNonNull(rung.estimate()))
                .map(estimate -> new Figure(
                        wording.difference(estimate.points()),
                        wording.differences(estimate.low(), estimate.high()),
                        wording.text("staff.figure.level." + report.level(), wording.unit()),
                        false))
                .forEach(figures::add);
        NamedArm.of(report, wording)
                .forEach(arm -> figures.add(
                        plain(wording.count(arm.numbers().answered()), wording.text("staff.figure.answers.treated"))));
        return List.copyOf(figures);
    }

    private static List<Figure> counts(Report report, Wording wording) {
        var figures = new ArrayList<Figure>();
        NamedArm.of(report, wording)
                .forEach(arm -> figures.add(plain(
                        wording.count(arm.numbers().answered()), wording.text("staff.figure.answers." + arm.kind()))));
        var needed = report.needed();
        if (needed != null) {
            figures.add(plain(
                    wording.count(needed.answers()),
                    wording.text(
                            report.look().last() ? "staff.figure.needed.again" : "staff.figure.needed",
                            wording.count(needed.invitations()))));
        }
        return List.copyOf(figures);
    }

    /** What a comparison of before and after would claim comes last, struck through. */
    static List<Figure> withClaim(List<Figure> others, Report report, Wording wording) {
        var naive = report.naive();
        if (naive == null) {
            return List.copyOf(others);
        }
        var figures = new ArrayList<>(others);
        var natural = naive.natural();
        figures.add(new Figure(
                wording.difference(naive.points()),
                "",
                natural == null
                        ? wording.text("staff.figure.claim", wording.unit())
                        : wording.text("staff.figure.claim.natural", wording.unit(), wording.difference(natural)),
                true));
        return List.copyOf(figures);
    }

    private static long drawn(Report.Arm arm) {
        return Objects.requireNonNullElse(arm.accounts(), arm.assigned());
    }

    private static Figure plain(String value, String label) {
        return new Figure(value, "", label, false);
    }

    private static String both(List<NamedArm> arms, Function<NamedArm, String> number) {
        return arms.stream()
                .map(number)
                .reduce((one, other) -> one + " : " + other)
                .orElse("");
    }
}
