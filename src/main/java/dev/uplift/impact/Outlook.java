package dev.uplift.impact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's report would say in many simulated worlds.
 *
 * @param looks from the first day after the question to the read-out
 * @param points mean difference shown at the read-out, or null where it is never shown
 * @param covered share of the worlds, 0 to 1, whose range at the read-out holds the true effect, or null likewise
 * @param naive mean points that a before and after of the treated would claim, or null without earlier answers
 * @param sentence what the report of a world says that ends as most of them do, by language
 */
public record Outlook(
        Assumption assumption,
        List<Look> looks,
        @Nullable Double points,
        @Nullable Double covered,
        @Nullable Double naive,
        Map<String, String> sentence) {

    /**
     * A look on the same day in all worlds.
     *
     * @param day days after the question was asked
     * @param answers mean number of answers
     * @param codes share of the worlds by verdict, 0 to 1
     */
    public record Look(long day, double answers, Map<String, Double> codes) {}
}
