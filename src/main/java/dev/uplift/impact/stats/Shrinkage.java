package dev.uplift.impact.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The effects of segments drawn together by how much of their spread is noise (DerSimonian and Laird 1986, Controlled
 * Clinical Trials 7:177); for ranking them.
 *
 * @param spread τ², the variance of the true effects, in squared points; 0 where noise alone explains the differences
 * @param mean effect over the segments with weights 1/(SE² + τ²), in points
 * @param points each segment's effect drawn to the mean, in the order given
 */
public record Shrinkage(double spread, double mean, List<Double> points) {

    /** Throws IllegalArgumentException without segments or where one has no standard error. */
    public static Shrinkage of(List<Effect> segments) {
        if (segments.isEmpty() || segments.stream().anyMatch(segment -> !(segment.standardError() > 0))) {
            throw new IllegalArgumentException("Each segment needs a standard error above 0");
        }
        var spread = spread(segments);
        var mean = mean(segments, segment -> 1 / (variance(segment) + spread));
        var points = segments.stream()
                .map(segment -> mean + spread / (spread + variance(segment)) * (segment.points() - mean))
                .toList();
        return new Shrinkage(spread, mean, points);
    }

    /** τ² = max(0, (Q - k + 1) / (Σw - Σw²/Σw)) with w = 1/SE². */
    private static double spread(List<Effect> segments) {
        ToDoubleFunction<Effect> weight = segment -> 1 / variance(segment);
        var fixed = mean(segments, weight);
        var q = sum(segments, segment -> weight.applyAsDouble(segment) * Math.pow(segment.points() - fixed, 2));
        var weights = sum(segments, weight);
        var squares = sum(segments, segment -> Math.pow(weight.applyAsDouble(segment), 2));
        var excess = q - segments.size() + 1;
        return excess <= 0 ? 0 : excess / (weights - squares / weights);
    }

    private static double mean(List<Effect> segments, ToDoubleFunction<Effect> weight) {
        return sum(segments, segment -> weight.applyAsDouble(segment) * segment.points()) / sum(segments, weight);
    }

    private static double variance(Effect segment) {
        return segment.standardError() * segment.standardError();
    }

    private static double sum(List<Effect> segments, ToDoubleFunction<Effect> term) {
        return segments.stream().mapToDouble(term).sum();
    }
}
