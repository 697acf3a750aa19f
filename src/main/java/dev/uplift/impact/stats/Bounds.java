package dev.uplift.impact.stats;

/** How far an effect may lie from what was seen when one group answered more often than the other (Lee 2009). */
public final class Bounds {

    private Bounds() {}

    /**
     * The effect in points if those whom the better-answering group has in excess were its worst, or its best. Rates are
     * answered divided by invited, above 0.
     */
    public static Interval lee(Classes treated, double rateTreated, Classes holdOut, double rateHoldOut) {
        if (rateTreated >= rateHoldOut) {
            var trimmed = trimmed(treated, (rateTreated - rateHoldOut) / rateTreated);
            return new Interval(trimmed.low() - holdOut.score(), trimmed.high() - holdOut.score());
        }
        var trimmed = trimmed(holdOut, (rateHoldOut - rateTreated) / rateHoldOut);
        return new Interval(treated.score() - trimmed.high(), treated.score() - trimmed.low());
    }

    /** The score without its best, and without its worst answers; the share is 0 to 1. */
    private static Interval trimmed(Classes classes, double share) {
        double best = classes.promoters();
        double worst = classes.detractors();
        double middle = classes.passives();
        var trim = share * (best + middle + worst);
        return new Interval(withoutUpper(best, middle, worst, trim), -withoutUpper(worst, middle, best, trim));
    }

    private static double withoutUpper(double upper, double middle, double lower, double trim) {
        var ofUpper = Math.min(upper, trim);
        var ofMiddle = Math.min(middle, trim - ofUpper);
        var ofLower = trim - ofUpper - ofMiddle;
        return 100 * (upper - ofUpper - lower + ofLower) / (upper + middle + lower - trim);
    }
}
