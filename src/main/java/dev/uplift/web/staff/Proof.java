package dev.uplift.web.staff;

import dev.uplift.impact.Finding;
import dev.uplift.impact.Report;
import java.util.Set;

/** How much a report allows to show; a number beside a verdict that forbids it would be read as proof. */
enum Proof {
    /** The effect with its range. */
    EFFECT,
    /** No point, only where the effect may lie. */
    BOUNDS,
    /** The scores of both arms, but no difference. */
    BROKEN,
    /** No hold-out: how things stand or changed. */
    ALONE,
    /** Only how many have answered. */
    COUNTS;

    private static final Set<String> COUNTS_ONLY = Set.of("TOO_EARLY", "HIDDEN_SMALL_CELL");

    static Proof of(Report report) {
        var code = report.verdict().code();
        return code.equals("RESPONSE_BIASED") && report.bounds() != null
                ? BOUNDS
                : of(code, report.level(), report.difference() != null);
    }

    /** Whether a number of the effect may stand beside those of other campaigns. */
    static boolean comparable(Finding finding) {
        return of(finding.verdict().code(), finding.level(), finding.difference() != null) == EFFECT;
    }

    private static Proof of(String code, String level, boolean differs) {
        if (code.equals("NO_CONTROL")) {
            return ALONE;
        }
        if (level.equals("B")) {
            return BROKEN;
        }
        return COUNTS_ONLY.contains(code) || !differs ? COUNTS : EFFECT;
    }

    /** Whether the scores of the arms may be seen. */
    boolean scored() {
        return this != COUNTS;
    }
}
