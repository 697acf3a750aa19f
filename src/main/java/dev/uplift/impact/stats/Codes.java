package dev.uplift.impact.stats;

/** Class counts that may be fractional, as the adjusted methods need them; scale -1 to 1. */
record Codes(double detractors, double promoters, double answered) {

    static Codes of(Classes classes) {
        return new Codes(classes.detractors(), classes.promoters(), classes.answered());
    }

    /**
     * Adds three answers, a quarter of them on each end and a half in the middle ("adjusted Wald (3, T)"; Rocks 2016,
     * arXiv 1601.07235).
     */
    static Codes adjusted(Classes classes) {
        return new Codes(classes.detractors() + .75, classes.promoters() + .75, classes.answered() + 3.0);
    }

    double mean() {
        return (promoters - detractors) / answered;
    }

    double variance() {
        return (promoters + detractors) / answered - mean() * mean();
    }

    /** Variance of the mean, with 1/n. */
    double variationOfMean() {
        return variance() / answered;
    }
}
