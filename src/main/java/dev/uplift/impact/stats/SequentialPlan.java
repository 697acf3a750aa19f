package dev.uplift.impact.stats;

import java.util.function.DoubleFunction;

/**
 * Looking as often as one likes and reading out once: a confidence sequence at .01 while answers come in, one fixed range
 * at .04 on the day set in advance; together wrong at most one time in twenty. What the sequence has decided stands, and
 * later looks cannot take it back.
 *
 * @param plannedAnswers of both arms, fixed at launch, at least 1
 */
public record SequentialPlan(long plannedAnswers) {

    /** Chance of a false alarm that is spent on all looks before the read-out. */
    public static final double RUNNING = .01;

    /** Chance of a false alarm that is spent on the read-out. */
    public static final double READ_OUT = .04;

    /** The sequence that holds until the read-out. */
    public ConfidenceSequence running() {
        return new ConfidenceSequence(RUNNING, plannedAnswers);
    }

    /**
     * The range that decides at this look, not clipped.
     *
     * @param fixed the range of one look, by its alpha
     * @param answers of both arms so far
     */
    public Interval range(DoubleFunction<Interval> fixed, Effect effect, long answers, boolean readOut) {
        return readOut ? fixed.apply(READ_OUT) : running().range(effect, answers);
    }

    /** How sure the range at this look is, 0 to 1. */
    public static double confidence(boolean readOut) {
        return 1 - (readOut ? READ_OUT : RUNNING);
    }
}
