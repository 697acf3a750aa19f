package dev.uplift.impact.stats;

/** How far an effect may lie from what was seen because not everybody answered. */
public final class Bounds {

    private Bounds() {}

    /**
     * The effect in points (Lee 2009) if those whom the better-answering group has in excess were its worst, or its best. Rates are
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

    /**
     * The effect in points whatever those who did not answer would have said (Manski 1990), -200 to 200; nearly always too
     * wide to decide. Throws IllegalArgumentException where more answered than were invited, or nobody was.
     */
    public static Interval worstCase(Classes treated, long treatedInvited, Classes holdOut, long holdOutInvited) {
        var ofTreated = worstCase(treated, treatedInvited);
        var ofHoldOut = worstCase(holdOut, holdOutInvited);
        return new Interval(ofTreated.low() - ofHoldOut.high(), ofTreated.high() - ofHoldOut.low());
    }

    /** The score if all who did not answer were detractors, or promoters. */
    static Interval worstCase(Classes classes, long invited) {
        var silent = invited - classes.answered();
        if (silent < 0 || invited == 0) {
            throw new IllegalArgumentException("%d of %d people answered".formatted(classes.answered(), invited));
        }
        return new Interval(
                classes.plus(new Classes(silent, 0, 0)).score(),
                classes.plus(new Classes(0, 0, silent)).score());
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
