package dev.uplift.impact;

import dev.uplift.campaign.Unit;
import dev.uplift.platform.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run is measured by, fixed before anybody could answer.
 *
 * @param run number of the run; 0 before the first
 * @param metric key of what is asked for
 * @param breaks which answers count alike, such as those of detractors, passives and promoters
 * @param worth smallest effect worth having, in points or, where the score is a share, percentage points
 * @param target score to reach, in points or percent, or null
 * @param by when the target should be reached, or null
 * @param holdOut share kept back by lot, 0 to 0.9
 * @param unit what was drawn as a whole: {@code CUSTOMER} or {@code ACCOUNT}
 * @param audienceUsesOutcome whether the audience was chosen by an earlier answer, which rules out before/after wording
 * @param strata what people are told apart by beside their earlier answer: the channel, and attributes of the customer; none where
 *     answers are anonymous
 * @param readOutAt when the last invitations have had their time; the verdict before it is an interim one
 * @param plannedAnswers answers expected until then, both arms together
 * @param runningAlpha false alarms allowed to all looks before the read-out together
 * @param finalAlpha false alarms allowed to the read-out
 * @param lockedAt when it was fixed, or null while the run has not been planned
 */
public record MeasurementPlan(
        String campaign,
        int version,
        int run,
        String metric,
        String breaks,
        int worth,
        @Nullable Integer target,
        @Nullable LocalDate by,
        double holdOut,
        String unit,
        boolean audienceUsesOutcome,
        List<String> strata,
        Instant readOutAt,
        long plannedAnswers,
        double runningAlpha,
        double finalAlpha,
        @Nullable Instant lockedAt) {

    /** What is asked for. */
    public Metric asks() {
        return Metric.of(metric).orElseThrow(() -> new IllegalStateException("There is no metric " + metric));
    }

    /** What people are always told apart by. */
    static final String CHANNEL = "channel";

    public MeasurementPlan {
        // plans that were fixed before attributes could be named do not say that they have none
        strata = Objects.requireNonNullElse(strata, List.of(CHANNEL));
    }

    /** Whether whole accounts were drawn. */
    boolean byAccount() {
        return unit.equals(Unit.ACCOUNT.name());
    }

    /** Whether people are told apart by attributes, named because they are thought to matter. */
    boolean comparesBy() {
        return strata.size() > 1;
    }

    /** Whether nothing is known of those who answer but their arm. */
    boolean anonymous() {
        return strata.isEmpty();
    }

    /** Whether nobody has been drawn yet. */
    boolean open() {
        return lockedAt == null;
    }

    /** The same, expecting so many answers and fixed at this instant. */
    MeasurementPlan locked(long answers, Instant now) {
        return with(unit, strata, answers, now);
    }

    /** The same, had customers been drawn one by one and been told apart by the channel at most. */
    MeasurementPlan simplified() {
        return with(Unit.CUSTOMER.name(), anonymous() ? strata : List.of(CHANNEL), plannedAnswers, lockedAt);
    }

    private MeasurementPlan with(String newUnit, List<String> newStrata, long answers, @Nullable Instant newLockedAt) {
        return new MeasurementPlan(
                campaign,
                version,
                run,
                metric,
                breaks,
                worth,
                target,
                by,
                holdOut,
                newUnit,
                audienceUsesOutcome,
                newStrata,
                readOutAt,
                answers,
                runningAlpha,
                finalAlpha,
                newLockedAt);
    }
}
