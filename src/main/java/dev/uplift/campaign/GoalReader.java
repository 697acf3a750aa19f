package dev.uplift.campaign;

import dev.uplift.survey.Definition;
import java.time.LocalDate;

/** Reads what a campaign is to achieve. */
final class GoalReader {

    private static final int USUAL_WORTH = 5;

    private GoalReader() {}

    static Goal read(Definition goal) {
        return new Goal(
                goal.required(
                                "metric",
                                text -> text.equals("nps") ? text : null,
                                "Write nps; other metrics are not measured yet.")
                        .orElse("nps"),
                goal.value(
                                "target",
                                text -> Values.between(-100, 100, text),
                                "Write whole points from -100 to 100, e.g. 15.")
                        .orElse(null),
                goal.value("by", LocalDate::parse, "Write a date, e.g. 2027-03-31.")
                        .orElse(null),
                goal.value(
                                "worth",
                                text -> Values.between(1, 100, text),
                                "Write the smallest gain worth having in whole points from 1 to 100, e.g. 5.")
                        .orElse(USUAL_WORTH));
    }
}
