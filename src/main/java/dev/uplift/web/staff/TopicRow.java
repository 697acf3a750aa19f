package dev.uplift.web.staff;

import dev.uplift.impact.insights.Topic;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Interval;
import dev.uplift.impact.stats.Share;
import dev.uplift.platform.Metric;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What comments can be about, in words.
 *
 * @param address the answers that mention it
 * @param share of the answers with a comment
 * @param mentioned score of those who mention it
 * @param others score of those who do not
 * @param difference between the two
 * @param few whether a side has too few answers to go by
 * @param classes how many of each class mention it, the lowest first; empty where a class is too small to be seen
 */
record TopicRow(
        String name,
        String address,
        String answers,
        String share,
        Ranged mentioned,
        Ranged others,
        Ranged difference,
        boolean few,
        List<Ranged> classes) {

    /** A number and its 95 % range. */
    record Ranged(String value, String range) {}

    private static final double ALPHA = .05;

    static TopicRow of(Topic topic, String name, String address, Wording wording) {
        var mentioned = topic.mentioned();
        var others = topic.others();
        return new TopicRow(
                name,
                address,
                wording.count(mentioned.answered()),
                wording.percent(mentioned.answered(), mentioned.answered() + others.answered()),
                score(mentioned, wording),
                score(others, wording),
                difference(mentioned, others, wording),
                topic.few(),
                topic.apart() ? classes(mentioned, others, wording) : List.of());
    }

    /** A score and its range. */
    static Ranged score(Classes answers, Wording wording) {
        if (wording.metric().share()) {
            var share = upper(answers);
            return ranged(wording.score(share.percent()), share.range(ALPHA), wording);
        }
        return ranged(wording.score(answers.score()), answers.range(), wording);
    }

    private static Ranged ranged(String value, Interval range, Wording wording) {
        var shown = range.clipped(100);
        return new Ranged(value, wording.scores(shown.low(), shown.high()));
    }

    private static Ranged difference(Classes mentioned, Classes others, Wording wording) {
        var share = wording.metric().share();
        var effect = share ? Effect.adjusted(upper(mentioned), upper(others)) : Effect.adjusted(mentioned, others);
        var points = share ? upper(mentioned).percent() - upper(others).percent() : mentioned.score() - others.score();
        var range = effect.range().clipped(200);
        return new Ranged(wording.difference(points), wording.differences(range.low(), range.high()));
    }

    private static List<Ranged> classes(Classes mentioned, Classes others, Wording wording) {
        return Stream.<ToLongFunction<Classes>>of(Classes::detractors, Classes::passives, Classes::promoters)
                .map(part -> {
                    var some = part.applyAsLong(mentioned);
                    var share = new Share(some, some + part.applyAsLong(others));
                    var range = share.range(ALPHA);
                    return new Ranged(
                            wording.share(share.percent() / 100),
                            wording.share(range.low() / 100) + " \u2026 " + wording.share(range.high() / 100));
                })
                .toList();
    }

    private static Share upper(Classes answers) {
        return new Share(answers.promoters(), answers.answered());
    }

    /** How the columns of the classes are headed. */
    static List<String> heads(Metric metric, Wording wording) {
        return Stream.of("detractor", "passive", "promoter")
                .map(kind -> wording.text("staff.topics." + (metric.share() ? "share." : "") + kind))
                .toList();
    }
}
