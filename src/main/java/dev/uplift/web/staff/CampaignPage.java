package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Goal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of one campaign.
 *
 * @param facts goal, touchpoint, owner and the like, each with its label
 * @param delivery null before the first run has been planned
 * @param stuck why somebody should look at its sending; null while it moves
 * @param score null before that, and for readers who may not see reports
 * @param unknown how many sends have an unknown outcome; null if none has
 * @param source the definition as its author wrote it
 */
record CampaignPage(
        String key,
        String name,
        Tag state,
        List<Fact> facts,
        Actions actions,
        @Nullable DeliveryCard delivery,
        @Nullable String unknown,
        @Nullable String stuck,
        SecondChance again,
        @Nullable ScoreCard score,
        GoalCard goal,
        RecipientCard recipient,
        String source) {

    /** A label and what it says. */
    record Fact(String label, String value) {}

    static List<Fact> facts(Campaign campaign, CampaignStatus status, Wording wording) {
        var facts = new ArrayList<Fact>();
        add(facts, "staff.fact.goal", GoalCard.words(campaign.goal(), wording), wording);
        add(facts, "staff.fact.touchpoint", campaign.touchpoint(), wording);
        add(facts, "staff.fact.owner", campaign.owner(), wording);
        add(
                facts,
                "staff.fact.purpose",
                wording.text("staff.purpose." + campaign.purpose().key()),
                wording);
        var launchedAt = status.launchedAt();
        if (launchedAt != null) {
            add(facts, "staff.fact.launched", status.launchedBy() + ", " + wording.time(launchedAt), wording);
        }
        return List.copyOf(facts);
    }

    private static void add(List<Fact> facts, String label, @Nullable String value, Wording wording) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(wording.text(label), value));
        }
    }

    /**
     * What the campaign is for.
     *
     * @param metric its key
     * @param words metric, target and date in one line; empty without a goal
     */
    record GoalCard(
            String metric,
            String words,
            String worth,
            String holdOut,
            int version,
            @Nullable String serves,
            @Nullable String nextRun) {

        static GoalCard of(Campaign campaign, CampaignStatus status, Wording wording) {
            return new GoalCard(
                    campaign.metric().key(),
                    words(campaign.goal(), wording),
                    wording.of(campaign.metric()).amount(campaign.worth()),
                    wording.percent(campaign.holdOut()),
                    status.version(),
                    campaign.serves(),
                    status.nextRunAt() == null ? null : wording.time(status.nextRunAt()));
        }

        static String words(@Nullable Goal goal, Wording wording) {
            if (goal == null) {
                return "";
            }
            var measured = wording.of(goal.metric());
            var metric = measured.metricName();
            var target = goal.target() == null ? metric : metric + " \u2265 " + measured.score(goal.target());
            return goal.by() == null ? target : wording.text("staff.goal.by", target, wording.date(goal.by()));
        }
    }
}
