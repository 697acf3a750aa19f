package dev.uplift.impact;

import dev.uplift.impact.stats.Power;
import org.jspecify.annotations.Nullable;

/** How much more must be asked before an effect worth having would show. */
record Shortage(Comparison comparison) {

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
        return Forecasts.rate(
                comparison.treated().invited() + comparison.holdOut().invited(),
                comparison.treated().answered() + comparison.holdOut().answered());
    }

    private long untilDecided() {
        var treated = comparison.treated().answers();
        var holdOut = comparison.holdOut().answers();
        var pooled = treated.plus(holdOut).variance() * comparison.estimates().variance();
        var variance = pooled == 0 ? Forecasts.variance(comparison.plan().asks()) : pooled;
        return Math.max(1, Power.more(variance, treated.answered(), holdOut.answered(), worth()));
    }

    private long untilPlanned() {
        var planned = comparison.plan().holdOut();
        var share = planned > 0 && planned < 1 ? planned : .5;
        var answers = comparison.treated().answered() + comparison.holdOut().answered();
        var missing = Math.ceil((50 - comparison.fewestAnswers()) / Math.min(share, 1 - share));
        return Math.max(Power.total(planningVariance(), worth(), share) - answers, (long) missing);
    }

    private double planningVariance() {
        var designEffect = comparison
                .accounts()
                .map(accounts -> accounts.designEffect(rate()))
                .orElse(1.0);
        return Forecasts.variance(comparison.plan().asks()) * designEffect;
    }

    private int worth() {
        return Math.max(1, comparison.plan().worth());
    }

    private @Nullable Long days(long answers) {
        var recent = comparison.treated().besides().recent()
                + comparison.holdOut().besides().recent();
        return recent == 0 ? null : (Long) (long) Math.ceil(answers * DAYS_OF_RECENT / recent);
    }
}
