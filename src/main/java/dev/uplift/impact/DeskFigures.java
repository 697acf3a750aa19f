package dev.uplift.impact;

import dev.uplift.impact.stats.Share;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the cases of a desk; counts, and none of them proves that following up did it.
 *
 * @param cases opened in the span
 * @param inTime contacted in time, of those whose time is over or who were contacted; null without any
 * @param recovered of the unhappy who answered again those who were no longer unhappy; null without any
 * @param causes root causes, of all cases with one, the most frequent first
 * @param outcomes how cases ended, of all that ended, the most frequent first
 */
public record DeskFigures(
        long cases,
        @Nullable Portion inTime,
        @Nullable Portion recovered,
        List<Portion> causes,
        List<Portion> outcomes) {

    /**
     * A part with its 95 % range (Wilson).
     *
     * @param name what it is a part of, such as a root cause; may be empty
     * @param percent 0 to 100, likewise low and high
     */
    public record Portion(String name, long some, long all, double percent, double low, double high) {

        static Portion of(String name, long some, long all) {
            var share = new Share(some, all);
            var range = share.range(.05);
            return new Portion(
                    name, some, all, Rounded.of(share.percent()), Rounded.of(range.low()), Rounded.of(range.high()));
        }
    }

    /** A count of cases. */
    record Line(String of, String name, long people) {}

    static DeskFigures of(List<Line> lines) {
        var inTime = sum(lines, "in-time");
        var askedAgain = sum(lines, "asked-again");
        var decided = inTime + sum(lines, "late");
        return new DeskFigures(
                sum(lines, "cases"),
                decided == 0 ? null : Portion.of("", inTime, decided),
                askedAgain == 0 ? null : Portion.of("", sum(lines, "recovered"), askedAgain),
                parts(lines, "cause"),
                parts(lines, "outcome"));
    }

    private static long sum(List<Line> lines, String of) {
        return lines.stream()
                .filter(line -> line.of.equals(of))
                .mapToLong(Line::people)
                .sum();
    }

    private static List<Portion> parts(List<Line> lines, String of) {
        var all = sum(lines, of);
        return lines.stream()
                .filter(line -> line.of.equals(of))
                .sorted(Comparator.comparingLong((Line line) -> -line.people).thenComparing(Line::name))
                .map(line -> Portion.of(line.name, line.people, all))
                .toList();
    }
}
