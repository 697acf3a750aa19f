package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import dev.uplift.impact.Report.Arm;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A side of the comparison with its name.
 *
 * @param kind {@code treated} or {@code hold-out}
 */
record NamedArm(String kind, String name, Arm numbers) {

    /** The sides of the report; a hold-out that nobody was drawn into is none. */
    static List<NamedArm> of(Report report, Wording wording) {
        return Stream.of("treated", "holdOut")
                .filter(report.arms()::containsKey)
                .map(side -> of(side, Objects.requireNonNull(report.arms().get(side)), wording))
                .filter(arm -> arm.numbers.assigned() > 0 || arm.kind.equals("treated"))
                .toList();
    }

    private static NamedArm of(String side, Arm numbers, Wording wording) {
        var kind = side.equals("treated") ? side : "hold-out";
        return new NamedArm(kind, wording.text("staff.score." + kind), numbers);
    }

    /** How many of the invited have answered, in percent. */
    String rate(Wording wording) {
        return wording.percent(numbers.answered(), numbers.invited());
    }
}
