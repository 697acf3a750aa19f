package dev.uplift.campaign;

import dev.uplift.platform.Metric;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Checks that a campaign first asks for what its goal is measured by, so that no other question can colour the answer, and
 * for nothing twice.
 *
 * @param surveys what each survey asks for, by its key
 */
record Questions(Map<String, Metric> surveys) {

    void check(Draft draft) {
        var asking = draft.steps().stream()
                .filter(placed -> placed.step().kind() == Step.Kind.SURVEY)
                .filter(placed -> surveys.containsKey(placed.step().template()))
                .toList();
        refuseTwice(asking);
        var goal = draft.goal();
        if (!asking.isEmpty() && goal == null) {
            withoutGoal(asking.get(0));
        } else if (!asking.isEmpty() && goal != null) {
            goal(goal, metric(asking.get(0)));
        }
    }

    private void refuseTwice(List<Draft.Placed> asking) {
        var asked = EnumSet.noneOf(Metric.class);
        for (var placed : asking) {
            if (!asked.add(metric(placed))) {
                placed.at()
                        .problemAt(
                                "survey",
                                "There is a second survey that asks for "
                                        + metric(placed).key() + ".",
                                "Keep one of each metric; another survey is a campaign of its own.");
            }
        }
    }

    private void withoutGoal(Draft.Placed first) {
        var metric = metric(first);
        if (metric != Metric.NPS) {
            first.at()
                    .problemAt(
                            "survey",
                            "The survey asks for " + metric.key() + ", but without a goal NPS is measured.",
                            "Add 'goal: { metric: " + metric.key() + " }'.");
        }
    }

    private static void goal(Draft.PlacedGoal goal, Metric first) {
        var metric = goal.goal().metric();
        if (metric != first) {
            goal.at()
                    .problemAt(
                            "metric",
                            "The first survey of this campaign does not ask for " + metric.key() + ".",
                            "Write " + first.key() + ", or ask first by a survey whose metric is " + metric.key()
                                    + ".");
        }
    }

    private Metric metric(Draft.Placed placed) {
        return surveys.getOrDefault(placed.step().template(), Metric.NPS);
    }
}
