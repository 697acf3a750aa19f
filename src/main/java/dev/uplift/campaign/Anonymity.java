package dev.uplift.campaign;

import java.util.Set;

/**
 * Checks that a campaign does not want to know of anonymous answers what nobody can know.
 *
 * @param anonymous keys of the surveys whose answers nothing joins with customers
 */
record Anonymity(Set<String> anonymous) {

    void check(Draft draft) {
        var campaign = draft.campaign();
        if (campaign == null) {
            return;
        }
        draft.steps().stream()
                .filter(placed -> placed.step().kind() == Step.Kind.SURVEY)
                .filter(placed -> anonymous.contains(placed.step().template()))
                .forEach(placed -> check(placed, campaign));
    }

    private static void check(Draft.Placed placed, Campaign campaign) {
        if (campaign.unit() == Unit.ACCOUNT) {
            placed.at()
                    .problemAt(
                            "survey",
                            "The survey is anonymous, but whole accounts are drawn; what they did cannot be told from it.",
                            "Leave 'by: account' out to draw customers, or ask by a survey of another mode.");
        }
        if (!campaign.compareBy().isEmpty()) {
            placed.at()
                    .warningAt(
                            "survey",
                            "The survey is anonymous, so the report cannot compare by attributes.",
                            "Leave 'compare-by' out, or ask by a survey of another mode.");
        }
    }
}
