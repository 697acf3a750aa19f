package dev.uplift.campaign;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Definition;
import java.time.LocalDate;

/** Reads what a campaign is to achieve. */
final class GoalReader {

    private static final int USUAL_WORTH = 5;
    private static final int HIGHEST = 100;

    private GoalReader() {}

    static Goal read(Definition goal) {
        var metric = goal.required("metric", text -> Metric.of(text).orElse(null), "Write " + Metric.choice() + ".")
                .orElse(Metric.NPS);
        return new Goal(
                metric,
                goal.value(
                                "target",
                                text -> Values.between(metric.leastScore(), HIGHEST, text),
                                "Write " + score(metric) + " from " + metric.leastScore() + " to 100, e.g. "
                                        + (metric.share() ? "80." : "15."))
                        .orElse(null),
                goal.value("by", LocalDate::parse, "Write a date, e.g. 2027-03-31.")
                        .orElse(null),
                goal.value(
                                "worth",
                                text -> Values.between(1, HIGHEST, text),
                                "Write the smallest gain worth having in whole " + metric.unit()
                                        + " from 1 to 100, e.g. 5.")
                        .orElse(USUAL_WORTH));
    }

    private static String score(Metric metric) {
        return metric.share() ? "whole percent" : "whole points";
    }
}
