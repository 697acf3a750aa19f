package dev.uplift.impact;

import dev.uplift.impact.stats.Power;
import org.jspecify.annotations.Nullable;

/** How much more must be asked before an effect worth having would show. */
record Shortage(Comparison comparison) {

    /** Answers per invitation to expect while fewer than {@link #KNOWN} invitations have been made. */
    static final double USUAL_RATE = .2;

    static final int KNOWN = 100;

    private static final double DAYS_OF_RECENT = 7;

    Report.@Nullable Needed needed(VerdictCode code) {
        if (code != VerdictCode.NOT_ENOUGH && code != VerdictCode.TOO_EARLY) {
            return null;
        }
        var answers = code == VerdictCode.NOT_ENOUGH ? untilDecided() : untilPlanned();
        return new Report.Needed(answers, (long) Math.ceil(answers / rate()), days(answers));
    }

    /** Answers per invitation, 0 to 1. */
    double rate() {
        return rate(
                comparison.treated().invited() + comparison.holdOut().invited(),
                comparison.treated().answered() + comparison.holdOut().answered());
    }

    static double rate(long invited, long answered) {
        return invited < KNOWN || answered == 0 ? USUAL_RATE : (double) answered / invited;
    }

    private long untilDecided() {
        var treated = comparison.treated().answers();
        var holdOut = comparison.holdOut().answers();
        var pooled = treated.plus(holdOut).variance();
        var variance = pooled == 0 ? Power.PLANNING_VARIANCE : pooled;
        return Math.max(1, Power.more(variance, treated.answered(), holdOut.answered(), worth()));
    }

    private long untilPlanned() {
        var planned = comparison.question().holdOut();
        var share = planned > 0 && planned < 1 ? planned : .5;
        var answers = comparison.treated().answered() + comparison.holdOut().answered();
        var missing = Math.ceil((50 - comparison.fewestAnswers()) / Math.min(share, 1 - share));
        return Math.max(Power.total(Power.PLANNING_VARIANCE, worth(), share) - answers, (long) missing);
    }

    private int worth() {
        return Math.max(1, comparison.question().worth());
    }

    private @Nullable Long days(long answers) {
        var recent = comparison.treated().recent() + comparison.holdOut().recent();
        return recent == 0 ? null : (Long) (long) Math.ceil(answers * DAYS_OF_RECENT / recent);
    }
}
