package dev.uplift.impact.stats;

/**
 * Answers by class. The score is the mean of -100, 0 and +100 per person, so everything known about means holds for it.
 *
 * @param detractors answers 0 to 6
 * @param passives answers 7 and 8
 * @param promoters answers 9 and 10
 */
public record Classes(long detractors, long passives, long promoters) {

    public Classes {
        if (detractors < 0 || passives < 0 || promoters < 0) {
            throw new IllegalArgumentException("Counts of answers cannot be negative");
        }
    }

    /** All answers. */
    public long answered() {
        return detractors + passives + promoters;
    }

    /** The score in points, -100 to 100: 100 (P - D) / n; NaN without answers. */
    public double score() {
        return 100.0 * (promoters - detractors) / answered();
    }

    /** Variance per person on the scale -1 to 1: (P + D) / n - ((P - D) / n)², between 0 and 1; NaN without answers. */
    public double variance() {
        return Codes.of(this).variance();
    }

    /** The answers of both together. */
    public Classes plus(Classes other) {
        return new Classes(detractors + other.detractors, passives + other.passives, promoters + other.promoters);
    }

    /**
     * The 95 % range to show for this score, in points, not clipped: adjusted Wald, or the score interval where that is
     * known to be better, which is below 20 answers or when all answers are of one class.
     */
    public Interval range() {
        return answered() < 20 || variance() == 0 ? Intervals.score(this) : Intervals.adjustedWald(this);
    }

    /**
     * The same range where all people there are could have been asked, as when describing a small customer base, never
     * for an effect: narrower by √((N - n) / (N - 1)), the finite population correction.
     *
     * @param population everybody there is, at least as many as answered
     */
    public Interval range(long population) {
        return range().stretched(Intervals.finitePopulation(population, answered()));
    }

    /**
     * The same range where people come in whole clusters: wider by the root of the design effect, which is the variance in
     * variances of as many unrelated answers, at least 1.
     */
    public Interval rangeOfClusters(double designEffect) {
        return range().stretched(Math.sqrt(designEffect));
    }
}
