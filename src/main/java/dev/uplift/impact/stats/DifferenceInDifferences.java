package dev.uplift.impact.stats;

/**
 * How much more one group changed than another that nobody drew by lot. True only if both would have changed alike, hence
 * never for groups that were picked by the outcome itself.
 */
public final class DifferenceInDifferences {

    /** Two groups in two waves: coefficients of the regression that gives the same estimate. */
    private static final int COEFFICIENTS = 4;

    private DifferenceInDifferences() {}

    /**
     * The same people in both waves: Welch on their changes, which is to allow both answers of a person to be alike
     * (Bertrand, Duflo and Mullainathan 2004). Throws IllegalArgumentException below two people a group.
     */
    public static Effect panel(Moments treatedChanges, Moments otherChanges) {
        return Effect.welch(treatedChanges, otherChanges);
    }

    /** Other people in each wave: (T1 - T0) - (C1 - C0), √Σ v / n over the four; in points, normal. */
    public static Effect crossSections(
            Classes treatedBefore, Classes treatedAfter, Classes otherBefore, Classes otherAfter) {
        return Effect.wald(treatedAfter, treatedBefore).minus(Effect.wald(otherAfter, otherBefore));
    }

    /** {@link #panel} with the sandwich error over people (CR0): variances of 1/n; t with people less 1. */
    static Effect sandwich(Moments treatedChanges, Moments otherChanges) {
        var variation = variation(treatedChanges) + variation(otherChanges);
        var people = treatedChanges.count() + otherChanges.count();
        return new Effect(treatedChanges.mean() - otherChanges.mean(), Math.sqrt(variation), people - 1);
    }

    /** {@link #sandwich} with the usual correction (CR1): √(G/(G-1) (N-1)/(N-4)), G people with N = 2G answers. */
    static Effect correctedSandwich(Moments treatedChanges, Moments otherChanges) {
        var plain = sandwich(treatedChanges, otherChanges);
        var people = treatedChanges.count() + otherChanges.count();
        var answers = 2 * people;
        var factor = Math.sqrt(people / (people - 1) * (answers - 1) / (answers - COEFFICIENTS));
        return new Effect(plain.points(), plain.standardError() * factor, plain.degreesOfFreedom());
    }

    private static double variation(Moments changes) {
        return changes.variationOfMean() * (changes.count() - 1) / changes.count();
    }
}
