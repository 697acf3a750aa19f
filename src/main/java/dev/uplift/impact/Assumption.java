package dev.uplift.impact;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A world in which to try a campaign's measurement out.
 *
 * @param people how many are drawn, 10 to 1,000,000
 * @param effect what the campaign truly does to the score, in points or percentage points, -100 to 100
 * @param answerRate share of the invited who answer, 0.01 to 1
 * @param answerGap by how much more of the treated answer, as a share, -0.5 to 0.5
 * @param classGap by how much more of those with an earlier 9 or 10 answer than of those with 0 to 6 (of a share: with an upper answer than of others), -0.5 to 0.5
 * @param correlation of the same person's answers without a campaign, 0 to 0.95
 * @param earlierAtMost highest earlier answer of the audience, 0 to 10; the highest of the metric or more for everybody
 * @param worlds how often it is tried, 1 to 1,000
 * @param seed the same seed gives the same worlds
 */
public record Assumption(
        int people,
        double effect,
        double answerRate,
        double answerGap,
        double classGap,
        double correlation,
        int earlierAtMost,
        int worlds,
        long seed) {

    /** So many people live in all worlds together within a few seconds. */
    private static final long MOST_LIVES = 20_000_000;

    /** Throws {@link InvalidInput} naming every field out of its range. */
    public Assumption {
        var problems = new ArrayList<Problem>();
        check(problems, "people", people, 10, 1_000_000);
        check(problems, "effect", effect, -100, 100);
        check(problems, "answerRate", answerRate, .01, 1);
        check(problems, "answerGap", answerGap, -.5, .5);
        check(problems, "classGap", classGap, -.5, .5);
        check(problems, "correlation", correlation, 0, .95);
        check(problems, "earlierAtMost", earlierAtMost, 0, 10);
        check(problems, "worlds", worlds, 1, 1_000);
        if (problems.isEmpty() && worlds > mostWorlds(people)) {
            problems.add(Problem.error(
                    "worlds",
                    worlds + " worlds of " + people + " people take too long.",
                    "Give at most " + mostWorlds(people) + " worlds."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(List.copyOf(problems));
        }
    }

    /** As many worlds of so many people as can be tried in some seconds, at least 1. */
    public static int mostWorlds(int people) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, MOST_LIVES / Math.max(1, people)));
    }

    private static void check(List<Problem> problems, String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            problems.add(Problem.error(
                    field, value + " is out of range.", "Give a number from " + least + " to " + most + "."));
        }
    }
}
