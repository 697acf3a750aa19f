package dev.uplift.impact;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.RegressionToMean;

/** What can be said without a hold-out: how things stand or changed, never why. */
record State(Comparison comparison) {

    /** A score this low means that all of them answered 0 to 6. */
    private static final double ALL_DETRACTORS = -99.5;

    /** Answers before any selection, as they often fall. */
    private static final Classes TYPICAL = new Classes(20, 35, 45);

    /** Recovery of detractors by themselves if the answers of the same person correlate by 0.9, and by 0.6. */
    private static final double LEAST =
            RegressionToMean.ofDetractors(TYPICAL, .9).change();

    private static final double MOST =
            RegressionToMean.ofDetractors(TYPICAL, .6).change();

    String text(Tongue tongue) {
        return comparison.subject().worded(tongue, sentence(tongue));
    }

    private String sentence(Tongue tongue) {
        var naive = comparison.naive();
        if (naive != null) {
            return change(tongue, naive) + expected(tongue, naive.before());
        }
        return comparison.treated().answered() == 0 ? none(tongue) : score(tongue);
    }

    private String change(Tongue tongue, Report.Naive naive) {
        var metric = comparison.plan().asks();
        var before = tongue.score(metric, naive.before());
        var after = tongue.score(metric, naive.after());
        var points = tongue.points(naive.points()) + " " + tongue.unit(metric);
        return tongue == Tongue.GERMAN
                ? "Der Wert ging von " + before + " auf " + after + " (" + points + ")."
                : "The score went from " + before + " to " + after + " (" + points + ").";
    }

    /** Natural recovery of people chosen by their answer; a number is known for an audience of detractors only. */
    private String expected(Tongue tongue, double before) {
        if (!comparison.plan().audienceUsesOutcome()) {
            return "";
        }
        var seen = Recovery.of(comparison.treated(), comparison.evidence().heldBack());
        if (seen.isPresent()) {
            return seen(tongue, seen.get());
        }
        if (tongue == Tongue.GERMAN) {
            return " Ein Teil davon ist {without} zu erwarten, weil nach einer früheren Antwort ausgewählt wurde"
                    + (before <= ALL_DETRACTORS
                            ? ": etwa " + tongue.points(LEAST) + " bis " + tongue.points(MOST) + " Punkte."
                            : ".");
        }
        return " Part of that is to be expected {without}, because the audience was chosen by an earlier answer"
                + (before <= ALL_DETRACTORS
                        ? ": about " + tongue.points(LEAST) + " to " + tongue.points(MOST) + " points."
                        : ".");
    }

    /** What was seen where nothing was done says more than any table. */
    private String seen(Tongue tongue, Recovery recovery) {
        var range = recovery.change().range().clipped(200);
        var change = tongue.points(recovery.change().points());
        var span = tongue.range(range.low(), range.high());
        var people = tongue.count(recovery.people());
        var unit = tongue.unit(comparison.plan().asks());
        return tongue == Tongue.GERMAN
                ? " {Without} zu erwarten sind davon etwa " + change + " " + unit + " (" + span
                        + "): So änderte sich der"
                        + " Wert bei " + people
                        + " Menschen mit gleichen früheren Antworten, die andere Kampagnen durch Los"
                        + " zurückhielten."
                : " Of that about " + change + " " + unit + " (" + span
                        + ") are to be expected {without}: so the score"
                        + " changed among " + people
                        + " people of the same earlier answers whom other campaigns held back"
                        + " by lot.";
    }

    private String score(Tongue tongue) {
        var metric = comparison.plan().asks();
        var answers = comparison.treated().answers();
        var range = tongue.range(metric, comparison.treated().range());
        var score = tongue.score(metric, answers.score()) + " (" + range + ")";
        var count = tongue.count(answers.answered());
        return tongue == Tongue.GERMAN
                ? "Der Wert ist " + score + " aus " + count + " Antworten."
                : "The score is " + score + " from " + count + " answers.";
    }

    private static String none(Tongue tongue) {
        return tongue == Tongue.GERMAN ? "Noch keine Antworten." : "No answers yet.";
    }
}
