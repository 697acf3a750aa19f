package dev.uplift.web.staff;

import dev.uplift.impact.insights.Benchmarks;
import dev.uplift.impact.insights.Insights;
import dev.uplift.impact.insights.RollUp;
import org.springframework.stereotype.Component;

/** Puts the page of the insights together. */
@Component
class InsightsPages {

    private final Insights insights;
    private final Benchmarks benchmarks;
    private final RollUp rollUp;

    InsightsPages(Insights insights, Benchmarks benchmarks, RollUp rollUp) {
        this.insights = insights;
        this.benchmarks = benchmarks;
        this.rollUp = rollUp;
    }

    InsightsPage of(InsightsForm form, Wording wording) {
        var insight = insights.look(form.scope(), form.span(), form.contrast());
        return InsightsPage.of(
                form,
                insight,
                benchmarks.newest(),
                rollUp.asOf().map(wording::time).orElse(null),
                rollUp.awaited(),
                wording);
    }
}
