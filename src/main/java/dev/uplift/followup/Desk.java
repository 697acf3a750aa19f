package dev.uplift.followup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team that follows up, read from {@code campaigns/desks/}.
 *
 * @param key file name without {@code .yaml}
 * @param name as people know the team, by language
 * @param members log-in names of those who work there; empty for every agent
 * @param touchpoints moments of the customer journey it cares for; empty for all that no other desk names
 * @param within opening time from the answer to the first contact
 * @param opens what makes an answer a case; one is enough
 * @param holdBack the lot between follow-up and waiting list, or null for everybody at once
 * @param rootCauses why customers were unhappy, by key, each with its words by language
 * @param replies keys of the templates from which its agents may write to customers
 * @param secondSurvey what customers are asked some time after, or null
 */
public record Desk(
        String key,
        Map<String, String> name,
        Set<String> members,
        Set<String> touchpoints,
        OpeningHours hours,
        Duration within,
        List<Trigger> opens,
        @Nullable HoldBack holdBack,
        Map<String, Map<String, String>> rootCauses,
        List<String> replies,
        @Nullable SecondSurvey secondSurvey) {

    /**
     * A question that is asked again, followed up or held back alike, so that what following up does can be measured.
     *
     * @param survey key of the survey
     * @param after the opening of the case
     */
    public record SecondSurvey(String survey, Duration after) {}

    /**
     * A waiting list drawn by lot when a case opens, so that the effect of following up can be measured.
     *
     * @param share of the cases that wait, above 0, at most 0.5
     * @param time until they are followed up too
     * @param never what exempts a case before the lot: too severe to wait
     * @param worth smallest effect of following up that would be worth having, 1 to 100 points
     */
    public record HoldBack(double share, Duration time, List<Trigger> never, int worth) {

        /** How many of so many lots wait. */
        int held(int lots) {
            return (int) Math.round(share * lots);
        }
    }

    /** Whether this person may take cases here. */
    public boolean has(String agent) {
        return members.isEmpty() || members.contains(agent);
    }

    /** The same desk with another time until the first contact. */
    Desk within(Duration other) {
        return new Desk(
                key, name, members, touchpoints, hours, other, opens, holdBack, rootCauses, replies, secondSurvey);
    }

    boolean opensFor(Feedback feedback) {
        return opens.stream().anyMatch(trigger -> trigger.fits(feedback));
    }

    boolean mayHoldBack(Feedback feedback) {
        return holdBack != null && holdBack.never().stream().noneMatch(trigger -> trigger.fits(feedback));
    }
}
