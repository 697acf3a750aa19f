package dev.uplift.web.staff;

import dev.uplift.impact.insights.Group;
import dev.uplift.impact.insights.Scores;
import dev.uplift.impact.insights.Trend;
import dev.uplift.impact.stats.Classes;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A score with its range and what it is made of.
 *
 * @param score in words; a dash below five answers
 * @param range its 95 % range in words; empty below five answers
 * @param few whether there are too few answers to go by
 * @param shares detractors, passives and promoters; null below five answers
 * @param columns how many gave each score, 0 first; empty below five answers
 */
record ScoreFigure(
        String score,
        String range,
        String answers,
        boolean few,
        @Nullable Bar shares,
        List<Column> columns) {

    static final String UNKNOWN = "\u2013";

    /**
     * How many gave one score.
     *
     * @param kind {@code detr}, {@code pass} or {@code prom}; suffix of its colour class
     * @param x middle of its column in percent of the width
     * @param height in percent of the highest column
     */
    record Column(int score, String kind, String count, String share, double x, double height) {}

    static ScoreFigure of(Scores scores, Wording wording) {
        var classes = scores.classes();
        var hidden = classes.answered() < Group.FEWEST_SHOWN;
        return new ScoreFigure(
                score(classes, wording),
                range(classes, wording),
                wording.count(classes.answered()),
                classes.answered() < Trend.FEWEST,
                hidden
                        ? null
                        : Bar.ofAnswers(
                                List.of(classes.detractors(), classes.passives(), classes.promoters()), wording),
                hidden ? List.of() : columns(scores.counts(), classes.answered(), wording));
    }

    /** The score in words, or a dash below five answers. */
    static String score(Classes classes, Wording wording) {
        return classes.answered() < Group.FEWEST_SHOWN ? UNKNOWN : wording.score(classes.score());
    }

    /** The 95 % range in words, or nothing below five answers. */
    static String range(Classes classes, Wording wording) {
        if (classes.answered() < Group.FEWEST_SHOWN) {
            return "";
        }
        var range = classes.range().clipped(100);
        return wording.scores(range.low(), range.high());
    }

    private static List<Column> columns(List<Long> counts, long answered, Wording wording) {
        var most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
        return IntStream.range(0, counts.size())
                .mapToObj(score -> new Column(
                        score,
                        score <= 6 ? "detr" : score <= 8 ? "pass" : "prom",
                        wording.count(counts.get(score)),
                        wording.percent((double) counts.get(score) / answered),
                        100.0 * (score + .5) / counts.size(),
                        100.0 * counts.get(score) / most))
                .toList();
    }
}
