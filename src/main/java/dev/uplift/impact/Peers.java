package dev.uplift.impact;

import dev.uplift.impact.stats.Cell;
import dev.uplift.impact.stats.Classes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People of one arm who were alike before the lot.
 *
 * @param arm {@code treated} or {@code hold-out}
 * @param stratum what they were told apart by: the channel, and the value of each attribute to compare by, parted by the
 *     unit separator
 * @param earlier their latest answer before the lot, 0 to 10, or null
 * @param invited how many were asked; null where both arms answered alike, so that it does not matter
 * @param scores eleven counts: how many answered 0, 1, … 10
 */
record Peers(
        String arm,
        String stratum,
        @Nullable Integer earlier,
        long assigned,
        @Nullable Long invited,
        List<Long> scores) {

    private static final int DETRACTORS_BELOW = 7;
    private static final int PROMOTERS_FROM = 9;

    private static final String SEPARATOR = "\u001f";

    boolean treated() {
        return arm.equals("treated");
    }

    long answered() {
        return sum(0, scores.size());
    }

    Classes answers() {
        return new Classes(sum(0, DETRACTORS_BELOW), sum(DETRACTORS_BELOW, PROMOTERS_FROM), sum(PROMOTERS_FROM, 11));
    }

    /** Earlier answers of those assigned. */
    Classes before() {
        return earlier == null ? new Classes(0, 0, 0) : classes(earlier, assigned);
    }

    private long sum(int from, int to) {
        return IntStream.range(from, to).mapToLong(scores::get).sum();
    }

    /** What they were told apart by, one value for each of the plan's strata. */
    List<String> values() {
        return List.of(stratum.split(SEPARATOR, -1));
    }

    /** Those who answered, by their answer's class in points. */
    Stream<Cell> cells() {
        var before = earlier == null ? null : (Double) earlier.doubleValue();
        var strata = strata();
        return IntStream.range(0, scores.size())
                .filter(score -> scores.get(score) > 0)
                .mapToObj(score -> new Cell(treated(), strata, before, points(score), scores.get(score)));
    }

    /** The values with their places, since two attributes may have the same ones. */
    private List<String> strata() {
        var values = values();
        return IntStream.range(0, values.size())
                .mapToObj(place -> place == 0 ? values.get(0) : place + " " + values.get(place))
                .toList();
    }

    /** So many people with this answer. */
    static Classes classes(int score, long people) {
        return score < DETRACTORS_BELOW
                ? new Classes(people, 0, 0)
                : score < PROMOTERS_FROM ? new Classes(0, people, 0) : new Classes(0, 0, people);
    }

    /** The class of an answer in points: -100, 0 or 100. */
    static double points(int score) {
        return score < DETRACTORS_BELOW ? -100 : score < PROMOTERS_FROM ? 0 : 100;
    }
}
