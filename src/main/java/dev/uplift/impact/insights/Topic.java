package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import java.util.stream.LongStream;

/**
 * What a comment can be about, among answers with a comment.
 *
 * @param tag its key
 * @param mentioned answers that are about it; at least five
 * @param others answers that are not; at least five
 */
public record Topic(String tag, Classes mentioned, Classes others) {

    /** Whether there are too few answers on a side to go by. */
    public boolean few() {
        return Math.min(mentioned.answered(), others.answered()) < Trend.FEWEST;
    }

    /**
     * Whether the classes may be seen one by one: none of them is so small that a person might be known by it, and so none
     * can be reckoned from the others.
     */
    public boolean apart() {
        return LongStream.of(
                        mentioned.detractors(),
                        mentioned.passives(),
                        mentioned.promoters(),
                        others.detractors(),
                        others.passives(),
                        others.promoters())
                .allMatch(count -> count >= Group.FEWEST_SHOWN);
    }
}
