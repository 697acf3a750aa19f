package dev.uplift.impact;

import dev.uplift.impact.Report.Check;
import dev.uplift.impact.stats.Balance;
import java.util.List;
import java.util.Locale;

/** Whether the two arms may be compared at all. */
record Soundness(Comparison comparison) {

    /** Below this the lot counts as broken; the usual bound for a sample ratio mismatch. */
    private static final double LOT = .001;

    /** Below this one arm counts as answering more often than the other. */
    private static final double RESPONSE = .01;

    boolean lotIsFair() {
        return lot().p() >= LOT;
    }

    boolean responseIsAlike() {
        return response().p() >= RESPONSE;
    }

    /** Both arms were invited to the same surveys, as far as both have been invited. */
    boolean sameSurvey() {
        var treated = comparison.treated();
        var holdOut = comparison.holdOut();
        return treated.invited() == 0
                || holdOut.invited() == 0
                || treated.surveys().equals(holdOut.surveys());
    }

    List<Check> checks() {
        var enough = new Check(
                "enough-answers",
                comparison.controlled()
                        ? comparison.enoughAnswers()
                        : comparison.treated().answered() >= 50,
                "%d answers treated, %d hold-out; 50 in each are the least"
                        .formatted(
                                comparison.treated().answered(),
                                comparison.holdOut().answered()));
        return comparison.controlled() ? List.of(lotCheck(), responseCheck(), surveyCheck(), enough) : List.of(enough);
    }

    private Check lotCheck() {
        return new Check(
                "lot-balance",
                lotIsFair(),
                String.format(
                        Locale.ROOT,
                        "%d drawn as treated and %d as hold-out, %.0f %% hold-out planned; p = %.4f, at least 0.001",
                        comparison.treated().assigned(),
                        comparison.holdOut().assigned(),
                        100 * comparison.question().holdOut(),
                        lot().p()));
    }

    private Check responseCheck() {
        return new Check(
                "response-balance",
                responseIsAlike(),
                String.format(
                        Locale.ROOT,
                        "%.1f %% of the treated and %.1f %% of the hold-out answered; p = %.4f, at least 0.01",
                        100 * comparison.treated().rate(),
                        100 * comparison.holdOut().rate(),
                        response().p()));
    }

    private Check surveyCheck() {
        var treated = comparison.treated().surveys();
        var holdOut = comparison.holdOut().surveys();
        return new Check(
                "same-survey",
                sameSurvey(),
                treated.isEmpty() && holdOut.isEmpty()
                        ? "nobody has been invited yet"
                        : "treated: " + treated + "; hold-out: " + holdOut);
    }

    private Balance lot() {
        return Balance.ofLot(
                comparison.treated().assigned(),
                comparison.holdOut().assigned(),
                comparison.question().holdOut());
    }

    private Balance response() {
        return Balance.ofRates(
                comparison.treated().answered(),
                comparison.treated().invited(),
                comparison.holdOut().answered(),
                comparison.holdOut().invited());
    }
}
