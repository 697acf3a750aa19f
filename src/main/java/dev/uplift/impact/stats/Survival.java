package dev.uplift.impact.stats;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The share of customers still there over time when some are followed for less long than others (Kaplan and Meier 1958).
 *
 * @param steps the times at which somebody left, ascending
 */
public record Survival(List<Step> steps) {

    /**
     * People whose following ended at the same time; who left counts as having left just before the others were lost
     * from sight.
     *
     * @param time since the lot, in any unit
     * @param left people who left then
     * @param lost people who were still there when last seen then
     */
    public record Exit(double time, long left, long lost) {

        Exit plus(Exit other) {
            return new Exit(time, left + other.left, lost + other.lost);
        }
    }

    /**
     * The share from this time on.
     *
     * @param time as in the exits
     * @param share still there, 0 to 1
     * @param standardError of the share after Greenwood (1926)
     */
    public record Step(double time, double share, double standardError) {}

    /** S(t) = Π (1 - d/n) and SE = S √Σ d / (n (n - d)); the order of exits does not matter. */
    public static Survival of(List<Exit> exits) {
        var atRisk = atRisk(exits);
        var share = 1.0;
        var greenwood = 0.0;
        var steps = Stream.<Step>builder();
        for (var exit : byTime(exits).values()) {
            if (exit.left() > 0) {
                share *= 1 - exit.left() / atRisk;
                greenwood += exit.left() / (atRisk * (atRisk - exit.left()));
                steps.add(new Step(exit.time(), share, share == 0 ? 0 : share * Math.sqrt(greenwood)));
            }
            atRisk -= exit.left() + exit.lost();
        }
        return new Survival(steps.build().toList());
    }

    /** Share still there at this time, 0 to 1. */
    public double share(double time) {
        return steps.stream()
                .filter(step -> step.time() <= time)
                .reduce((earlier, later) -> later)
                .map(Step::share)
                .orElse(1.0);
    }

    /**
     * Log-rank test of two arms: z = Σ (d - e) / √Σ v with the hypergeometric expectation and variance (Mantel 1966);
     * below 0 where fewer of the treated left than expected.
     */
    public static Balance logRank(List<Exit> treated, List<Exit> holdOut) {
        var ofTreated = byTime(treated);
        var inTreated = atRisk(treated);
        var inBoth = inTreated + atRisk(holdOut);
        var gap = 0.0;
        var variance = 0.0;
        for (var exit : byTime(Stream.concat(treated.stream(), holdOut.stream()).toList())
                .values()) {
            var own = ofTreated.getOrDefault(exit.time(), new Exit(exit.time(), 0, 0));
            var share = inTreated / inBoth;
            gap += own.left() - exit.left() * share;
            variance += inBoth > 1 ? exit.left() * share * (1 - share) * (inBoth - exit.left()) / (inBoth - 1) : 0;
            inTreated -= own.left() + own.lost();
            inBoth -= exit.left() + exit.lost();
        }
        var z = variance == 0 ? 0 : gap / Math.sqrt(variance);
        return new Balance(z, Normal.twoSided(z));
    }

    private static double atRisk(List<Exit> exits) {
        return exits.stream().mapToLong(exit -> exit.left() + exit.lost()).sum();
    }

    private static TreeMap<Double, Exit> byTime(List<Exit> exits) {
        var byTime = new TreeMap<Double, Exit>();
        exits.forEach(exit -> byTime.merge(exit.time(), exit, Exit::plus));
        return byTime;
    }
}
