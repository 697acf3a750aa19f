package dev.uplift.impact.stats;

import java.util.function.DoubleFunction;

/**
 * Looking as often as one likes and reading out once: a confidence sequence while answers come in, one fixed range on the
 * day set in advance; together wrong at most as often as both allowances add up to. What the sequence has decided stands,
 * and later looks cannot take it back.
 *
 * @param plannedAnswers of both arms, fixed at launch, at least 1
 * @param runningAlpha chance of a false alarm, 0 to 1, that is spent on all looks before the read-out
 * @param finalAlpha chance of a false alarm, 0 to 1, that is spent on the read-out
 */
public record SequentialPlan(long plannedAnswers, double runningAlpha, double finalAlpha) {

    /** The usual allowance of all looks before the read-out. */
    public static final double RUNNING = .01;

    /** The usual allowance of the read-out; with {@link #RUNNING} one false alarm in twenty. */
    public static final double READ_OUT = .04;

    /** A plan with the usual allowances. */
    SequentialPlan(long plannedAnswers) {
        this(plannedAnswers, RUNNING, READ_OUT);
    }

    /** The sequence that holds until the read-out. */
    public ConfidenceSequence running() {
        return new ConfidenceSequence(runningAlpha, plannedAnswers);
    }

    /**
     * The range that decides at this look, not clipped.
     *
     * @param fixed the range of one look, by its alpha
     * @param answers of both arms so far
     */
    public Interval range(DoubleFunction<Interval> fixed, Effect effect, long answers, boolean readOut) {
        return readOut ? fixed.apply(finalAlpha) : running().range(effect, answers);
    }

    /** How sure the range at this look is, 0 to 1. */
    public double confidence(boolean readOut) {
        return 1 - (readOut ? finalAlpha : runningAlpha);
    }
}
