package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.impact.Forecasts.Forecast;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign of this size can show.
 *
 * @param detectable smallest effect that the expected answers could show, with its unit, or null without a hold-out
 * @param unit what effects are counted in
 * @param enough whether an effect worth having could be shown
 * @param rate answers per invitation
 * @param fewest answers expected in the smaller arm
 * @param verdict whether these are enough for any verdict
 * @param accounts what drawing whole accounts costs, in a sentence; empty where customers are drawn
 * @param holdOut the share to hold back that would do, in a sentence
 */
record Expectation(
        @Nullable String detectable,
        String unit,
        boolean enough,
        String rate,
        String fewest,
        boolean verdict,
        String accounts,
        String holdOut,
        String days) {

    private static final long FEWEST = 50;

    static Expectation of(Campaign campaign, Forecast forecast, Wording wording) {
        var detectable = forecast.detectablePoints();
        return new Expectation(
                detectable == null ? null : wording.amount(Math.rint(10 * detectable) / 10),
                wording.unit(),
                detectable != null && detectable <= campaign.worth(),
                wording.percent(forecast.answerRate()),
                wording.count(forecast.fewestAnswers()),
                forecast.fewestAnswers() >= FEWEST,
                forecast.designEffect() > 1
                        ? wording.text("staff.plan.detect.accounts", wording.points(tenths(forecast.designEffect())))
                        : "",
                forecast.holdOutNeeded() == null
                        ? wording.text("staff.plan.holdout.never")
                        : wording.percent(forecast.holdOutNeeded()),
                wording.count(forecast.daysToReadOut()));
    }

    private static double tenths(double number) {
        return Math.rint(10 * number) / 10;
    }
}
