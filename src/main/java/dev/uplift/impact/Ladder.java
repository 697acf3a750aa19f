package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Rung;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.DifferenceInDifferences;
import dev.uplift.impact.stats.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The designs from the strongest to the weakest; the first that applies gives the level, and with it the words allowed. */
record Ladder(Comparison comparison, VerdictCode code) {

    private static final long FEWEST = 50;
    private static final double PLACEBO = .05;

    private static final String CHOSEN =
            "Die Zielgruppe wurde nach einer früheren Antwort ausgewählt: Wer so ausgewählt wird, erholt sich von selbst, andere"
                    + " nicht.";

    private static final String CHOSEN_ENGLISH =
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
        var estimate = sound && comparison.enoughAnswers() ? primary() : null;
        if (sound && !comparison.enoughAnswers()) {
            return rung(
                    "A",
                    true,
                    null,
                    "Ein Los entschied, {who}; für eine Aussage fehlen noch Antworten.",
                    "A lot decided {who}; answers are missing before anything can be said.");
        }
        if (sound) {
            return rung(
                    "A",
                    true,
                    estimate,
                    "Ein Los entschied, {who}; alle Ausgelosten zählen.",
                    "A lot decided {who}; everybody drawn counts.");
        }
        return comparison.controlled()
                ? rung(
                        "A",
                        false,
                        null,
                        "Das Los oder seine Messung ist beschädigt.",
                        "The lot or its measurement is damaged.")
                : rung("A", false, null, "{nobody}", "{nobody}");
    }

    private Rung damagedLot() {
        return comparison.controlled() && code.level().equals("B")
                ? rung(
                        "B",
                        true,
                        null,
                        "Ein Los entschied, aber eine Prüfung schlug fehl: kein Beleg.",
                        "A lot decided, but a check failed: no proof.")
                : rung(
                        "B",
                        false,
                        null,
                        "Gilt für ein Los, das eine Prüfung als beschädigt erkannt hat.",
                        "Applies to a lot that a check found damaged.");
    }

    private Rung overTime() {
        if (comparison.plan().audienceUsesOutcome()) {
            return rung("C", false, null, CHOSEN, CHOSEN_ENGLISH);
        }
        if (smallestWave() < FEWEST) {
            return rung(
                    "C",
                    false,
                    null,
                    "Nötig sind je 50 Antworten von Angeschriebenen und anderen, in zwei Zeiten davor und einer danach.",
                    "Needs 50 answers of contacted and others each, in two spans before and one after.");
        }
        if (change(0, 1).p() < PLACEBO) {
            return rung(
                    "C",
                    false,
                    null,
                    "Beide Gruppen entwickelten sich schon vor der Kampagne auseinander.",
                    "Both groups moved apart before the campaign already.");
        }
        return rung(
                "C",
                !comparison.controlled(),
                Estimate.of("difference-in-differences", change(1, 2)),
                "Gilt, falls sich beide Gruppen ohne die Kampagne gleich entwickelt hätten; davor taten sie es.",
                "Valid if both groups would have moved alike without the campaign; before it they did.");
    }

    private Rung sameScore() {
        var matched = Matched.of(comparison.evidence());
        return Rung.of(
                "D",
                matched.fits() && !comparison.controlled(),
                matched.why(),
                matched.effect()
                        .map(effect -> Estimate.of("same-earlier-score", effect))
                        .orElse(null));
    }

    private Rung beforeAndAfter() {
        var chosen = comparison.plan().audienceUsesOutcome();
        return rung(
                "E",
                !chosen || !comparison.controlled(),
                null,
                "Eine Veränderung, nie eine Ursache." + (chosen ? " " + CHOSEN : ""),
                "A change, never a cause." + (chosen ? " " + CHOSEN_ENGLISH : ""));
    }

    private Rung rung(String level, boolean admissible, @Nullable Estimate estimate, String german, String english) {
        return Rung.of(
                level,
                admissible,
                Tongue.texts(tongue -> comparison.subject().worded(tongue, tongue.say(german, english))),
                estimate);
    }

    private Estimate primary() {
        var decides = comparison.difference();
        return new Estimate(decides.estimator(), decides.points(), decides.low(), decides.high(), decides.p());
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
