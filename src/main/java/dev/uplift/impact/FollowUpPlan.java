package dev.uplift.impact;

import dev.uplift.campaign.Unit;
import dev.uplift.impact.stats.Power;
import dev.uplift.platform.Metric;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What following up is measured by: fixed with the lot, by which the first case was drawn before it could be answered. */
final class FollowUpPlan {

    /** All looks together may raise so many false alarms, as there is no read-out that would need a part of them. */
    private static final double ALPHA = .05;

    private static final int NO_RUN = 0;

    private FollowUpPlan() {}

    static MeasurementPlan of(String desk, @Nullable WaitingList list, String metric) {
        var asks = Metric.of(metric).orElseThrow(() -> new IllegalStateException("There is no metric " + metric));
        return new MeasurementPlan(
                desk,
                list == null ? 0 : (int) list.id(),
                NO_RUN,
                metric,
                asks.breaks(),
                list == null ? 1 : list.worth(),
                null,
                null,
                list == null ? 0 : list.share(),
                Unit.CUSTOMER.name(),
                true,
                List.of(MeasurementPlan.CHANNEL),
                Instant.MAX,
                list == null ? 0 : Power.total(Forecasts.variance(asks), list.worth(), list.share()),
                ALPHA,
                ALPHA,
                list == null ? null : list.since());
    }
}
