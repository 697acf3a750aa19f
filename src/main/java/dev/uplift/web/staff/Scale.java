package dev.uplift.web.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** The axis of a chart of scores: which score stands where, in percent of the width. */
record Scale(int low, int high, int step) {

    private static final List<Integer> STEPS = List.of(5, 10, 20, 25, 50);
    private static final int MOST_TICKS = 7;
    private static final double MARGIN = 4;

    /** A mark on the axis. */
    record Tick(double x, String label, boolean zero) {}

    /** The shortest axis with round numbers that shows zero and all these scores. */
    static Scale covering(Collection<Double> scores) {
        var all = new ArrayList<>(scores);
        all.add(0.0);
        var least = all.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        var most = all.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        var scales = STEPS.stream().map(step -> rounded(least, most, step)).toList();
        return scales.stream()
                .filter(scale -> (scale.high - scale.low) / scale.step < MOST_TICKS)
                .findFirst()
                .orElseGet(() -> scales.get(scales.size() - 1));
    }

    private static Scale rounded(double least, double most, int step) {
        var low = (int) Math.floor(least / step) * step;
        var high = (int) Math.ceil(most / step) * step;
        return new Scale(low, high == low ? low + step : high, step);
    }

    double x(double score) {
        return MARGIN + (100 - 2 * MARGIN) * (score - low) / (high - low);
    }

    List<Tick> ticks(Wording wording) {
        return IntStream.rangeClosed(0, (high - low) / step)
                .map(index -> low + index * step)
                .mapToObj(score -> new Tick(x(score), score == 0 ? "0" : wording.score(score), score == 0))
                .toList();
    }
}
