package dev.uplift.web.staff;

import dev.uplift.impact.Assumption;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A world to try the plan in, as it was typed; null where the usual value stands.
 *
 * @param effect what the campaign truly does, in points
 * @param people how many are drawn
 * @param answers how many percent of the invited answer
 */
record TrialForm(
        @Nullable String effect,
        @Nullable String people,
        @Nullable String answers) {

    static final TrialForm EMPTY = new TrialForm(null, null, null);

    /** So many answers are simulated within a second or two. */
    private static final int PEOPLE_IN_ALL_WORLDS = 10_000_000;

    private static final int FEWEST_WORLDS = 20;

    /** Whether anything was asked for. */
    boolean sent() {
        return effect != null || people != null || answers != null;
    }

    /** The world; throws {@link InvalidInput} naming the fields that are no numbers or out of their range. */
    Assumption over(Assumption usual) {
        var problems = new ArrayList<Problem>();
        var drawn = number(problems, "people", people, usual.people());
        var truth = number(problems, "effect", effect, usual.effect());
        var rate = number(problems, "answerRate", answers, 100 * usual.answerRate()) / 100;
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Assumption(
                (int) drawn,
                truth,
                rate,
                usual.answerGap(),
                usual.classGap(),
                usual.correlation(),
                usual.earlierAtMost(),
                (int) Math.min(usual.worlds(), Math.max(FEWEST_WORLDS, PEOPLE_IN_ALL_WORLDS / Math.max(1, drawn))),
                usual.seed());
    }

    private static double number(List<Problem> problems, String field, @Nullable String typed, double usual) {
        if (typed == null || typed.isBlank()) {
            return usual;
        }
        try {
            return Double.parseDouble(typed.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            problems.add(Problem.error(field, "This is no number.", "Give a number."));
            return usual;
        }
    }
}
