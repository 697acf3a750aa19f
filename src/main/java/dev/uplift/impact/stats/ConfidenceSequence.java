package dev.uplift.impact.stats;

/**
 * Ranges that hold at all looks together, however often one looks (asymptotic confidence sequence: Waudby-Smith et al.,
 * arXiv 2103.06476). Asymptotic, so not to be used below 50 answers in either arm.
 *
 * @param alpha the chance of ever being wrong, 0 to 1, exclusive
 * @param plannedAnswers of both arms, at which the sequence is to be narrowest; fixed at launch, at least 1
 */
public record ConfidenceSequence(double alpha, long plannedAnswers) {

    public ConfidenceSequence {
        if (!(alpha > 0 && alpha < 1) || plannedAnswers < 1) {
            throw new IllegalArgumentException(
                    "No sequence at alpha %s for %s answers".formatted(alpha, plannedAnswers));
        }
    }

    /** ρ = √((-2 ln α + ln(-2 ln α + 1)) / N*). */
    double rho() {
        var log = -2 * Math.log(alpha);
        return Math.sqrt((log + Math.log(log + 1)) / plannedAnswers);
    }

    /**
     * Standard errors from the estimate to each end, with the answers of both arms so far:
     * √N √(2 (Nρ² + 1) / (N²ρ²) ln(√(Nρ² + 1) / α)).
     */
    public double multiplier(long answers) {
        var weight = weight(answers);
        return Math.sqrt(2 * (weight + 1) / weight * Math.log(Math.sqrt(weight + 1) / alpha));
    }

    /** The range at this look, not clipped. */
    public Interval range(Effect effect, long answers) {
        return Interval.around(effect.points(), multiplier(answers) * effect.standardError());
    }

    /** Always-valid p: min(1, √(Nρ² + 1) exp(-ρ²Δ²N / (2 SE² (Nρ² + 1)))); below alpha where the range excludes 0. */
    public double p(Effect effect, long answers) {
        if (effect.standardError() == 0) {
            return effect.p();
        }
        var weight = weight(answers);
        var z = effect.points() / effect.standardError();
        return Math.min(1, Math.sqrt(weight + 1) * Math.exp(-weight * z * z / (2 * (weight + 1))));
    }

    private double weight(long answers) {
        return answers * rho() * rho();
    }
}
