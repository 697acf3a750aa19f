package dev.uplift.impact;

import dev.uplift.impact.stats.Cell;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Metric;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People of one arm who were alike before the lot.
 *
 * @param arm {@code treated} or {@code hold-out}
 * @param stratum what they were told apart by: the channel, and the value of each attribute to compare by, parted by the
 *     unit separator
 * @param earlier their latest answer before the lot, on the scale of the metric, or null
 * @param invited how many were asked; null where both arms answered alike, so that it does not matter
 * @param scores eleven counts: how many answered 0, 1, … 10, whatever part of it is the scale of the metric
 */
record Peers(
        String arm,
        String stratum,
        @Nullable Integer earlier,
        long assigned,
        @Nullable Long invited,
        List<Long> scores) {

    private static final String SEPARATOR = "\u001f";

    boolean treated() {
        return arm.equals("treated");
    }

    long answered() {
        return scores.stream().mapToLong(Long::longValue).sum();
    }

    Classes answers(Metric metric) {
        return IntStream.range(0, scores.size())
                .mapToObj(answer -> classes(metric, answer, scores.get(answer)))
                .reduce(new Classes(0, 0, 0), Classes::plus);
    }

    /** Earlier answers of those assigned. */
    Classes before(Metric metric) {
        return earlier == null ? new Classes(0, 0, 0) : classes(metric, earlier, assigned);
    }

    /** What they were told apart by, one value for each of the plan's strata. */
    List<String> values() {
        return List.of(stratum.split(SEPARATOR, -1));
    }

    /** Those who answered, by what each answer counts as. */
    Stream<Cell> cells(IntToDoubleFunction outcome) {
        var before = earlier == null ? null : (Double) earlier.doubleValue();
        var strata = strata();
        return IntStream.range(0, scores.size())
                .filter(score -> scores.get(score) > 0)
                .mapToObj(
                        score -> new Cell(treated(), strata, before, outcome.applyAsDouble(score), scores.get(score)));
    }

    /** The values with their places, since two attributes may have the same ones. */
    private List<String> strata() {
        var values = values();
        return IntStream.range(0, values.size())
                .mapToObj(place -> place == 0 ? values.get(0) : place + " " + values.get(place))
                .toList();
    }

    /** So many people with this answer; of a share the upper answers are promoters, all others passives. */
    static Classes classes(Metric metric, int answer, long people) {
        return switch (metric.code(answer)) {
            case -100 -> new Classes(people, 0, 0);
            case 0 -> new Classes(0, people, 0);
            default -> new Classes(0, 0, people);
        };
    }
}
