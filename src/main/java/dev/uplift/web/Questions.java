package dev.uplift.web;

import dev.uplift.audience.Rule;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Goal;
import dev.uplift.impact.Question;
import org.jspecify.annotations.Nullable;

/** Turns a campaign into the question its report answers, for pages and the REST API alike. */
public final class Questions {

    private static final String DEFAULT_METRIC = "nps";

    private Questions() {}

    /** The question of a campaign: the metric of its goal, {@code nps} without one, and the share held back by lot. */
    public static Question of(Campaign campaign) {
        var metric = metric(campaign.goal());
        return new Question(
                campaign.key(), metric, campaign.worth(), usesOutcome(campaign.audience(), metric), campaign.holdOut());
    }

    private static String metric(@Nullable Goal goal) {
        return goal == null ? DEFAULT_METRIC : goal.metric();
    }

    private static boolean usesOutcome(Rule rule, String metric) {
        if (rule instanceof Rule.All all) {
            return all.rules().stream().anyMatch(part -> usesOutcome(part, metric));
        }
        if (rule instanceof Rule.Any any) {
            return any.rules().stream().anyMatch(part -> usesOutcome(part, metric));
        }
        if (rule instanceof Rule.Not not) {
            return usesOutcome(not.rule(), metric);
        }
        return rule instanceof Rule.Answer answer && answer.metric().equals(metric);
    }
}
