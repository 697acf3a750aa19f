package dev.uplift.impact.stats;

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

    /** The range that decides at this look, not clipped; answers are those of both arms so far. */
    public Interval range(Effect effect, long answers, boolean readOut) {
        return readOut ? effect.range(READ_OUT) : running().range(effect, answers);
    }

    /** Two-sided p at this look; before the read-out it holds however often one looks. */
    public double p(Effect effect, long answers, boolean readOut) {
        return readOut ? effect.p() : running().p(effect, answers);
    }

    /** How sure the range at this look is, 0 to 1. */
    public static double confidence(boolean readOut) {
        return 1 - (readOut ? READ_OUT : RUNNING);
    }
}
