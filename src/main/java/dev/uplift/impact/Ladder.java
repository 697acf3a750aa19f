package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Rung;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.DifferenceInDifferences;
import dev.uplift.impact.stats.Effect;
import java.util.List;

/** The designs from the strongest to the weakest; the first that applies gives the level, and with it the words allowed. */
record Ladder(Comparison comparison, VerdictCode code) {

    private static final long FEWEST = 50;
    private static final double PLACEBO = .05;
    private static final String OUTCOME =
            "The audience was chosen by an earlier answer: those chosen recover by themselves, which others do not.";

    /** The level of the verdict. */
    String level() {
        return code != VerdictCode.NO_CONTROL
                ? code.level()
                : rungs().stream()
                        .filter(Rung::admissible)
                        .findFirst()
                        .map(Rung::level)
                        .orElse("E");
    }

    List<Rung> rungs() {
        return List.of(lot(), damagedLot(), overTime(), sameScore(), beforeAndAfter());
    }

    private Rung lot() {
        var sound = comparison.controlled() && code.level().equals("A");
        return new Rung(
                "A",
                sound,
                sound
                        ? "A lot decided who got the campaign; everybody drawn counts."
                        : comparison.controlled() ? "The lot or its measurement is damaged." : "Nobody was held back.",
                sound && comparison.enoughAnswers() ? primary() : null);
    }

    private Rung damagedLot() {
        var damaged = comparison.controlled() && code.level().equals("B");
        return new Rung(
                "B",
                damaged,
                damaged
                        ? "A lot decided, but a check failed: no proof."
                        : "Applies to a lot that a check found damaged.",
                null);
    }

    private Rung overTime() {
        if (comparison.plan().audienceUsesOutcome()) {
            return new Rung("C", false, OUTCOME, null);
        }
        if (smallestWave() < FEWEST) {
            return new Rung(
                    "C", false, "Needs 50 answers of contacted and others in two spans before and one after.", null);
        }
        var placebo = change(0, 1);
        if (placebo.p() < PLACEBO) {
            return new Rung("C", false, "Both groups moved apart before the campaign already.", null);
        }
        return new Rung(
                "C",
                !comparison.controlled(),
                "Valid if both groups would have moved alike without the campaign; before it they did.",
                Estimate.of("difference-in-differences", change(1, 2)));
    }

    private Rung sameScore() {
        var matched = Matched.of(comparison.evidence());
        return new Rung(
                "D",
                matched.fits() && !comparison.controlled(),
                matched.why(),
                matched.effect()
                        .map(effect -> Estimate.of("same-earlier-score", effect))
                        .orElse(null));
    }

    private Rung beforeAndAfter() {
        return new Rung(
                "E",
                !comparison.plan().audienceUsesOutcome() || !comparison.controlled(),
                comparison.plan().audienceUsesOutcome()
                        ? "A change, never a cause. " + OUTCOME
                        : "A change, never a cause.",
                null);
    }

    private Estimate primary() {
        var primary = comparison.estimates().primary();
        return Estimate.of(primary.name(), primary);
    }

    private Effect change(int from, int to) {
        return DifferenceInDifferences.crossSections(
                wave(true, from), wave(true, to), wave(false, from), wave(false, to));
    }

    private long smallestWave() {
        return List.of(0, 1, 2).stream()
                .mapToLong(wave ->
                        Math.min(wave(true, wave).answered(), wave(false, wave).answered()))
                .min()
                .orElse(0);
    }

    private Classes wave(boolean treated, int number) {
        return comparison.evidence().waves().stream()
                .filter(wave -> wave.treated() == treated && wave.number() == number)
                .map(Evidence.Wave::answers)
                .findFirst()
                .orElseGet(() -> new Classes(0, 0, 0));
    }
}
