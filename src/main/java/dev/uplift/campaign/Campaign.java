package dev.uplift.campaign;

import dev.uplift.audience.Rule;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Metric.Part;
import dev.uplift.platform.Purpose;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version of a campaign, read from its YAML.
 *
 * @param key file name without {@code .yaml}
 * @param version 1 for the first; an edit makes a new one
 * @param owner department that answers for it
 * @param touchpoint moment of the customer journey it belongs to
 * @param serves node of the goal tree
 * @param holdOut share kept back by lot, 0 to 0.9; 0 for a campaign without messages
 * @param unit what the lot draws as a whole
 * @param compareBy attributes of the customer by which the report tells people apart beside the channel, at most 3
 * @param channels {@code preferred}, {@code email}, {@code sms} in the order they are considered
 * @param perMinute most sends a minute, or null
 * @param followUps what follows a confirmed answer, by the part of the scale; may be empty
 */
public record Campaign(
        String key,
        int version,
        String hash,
        String name,
        @Nullable String owner,
        @Nullable String touchpoint,
        @Nullable String serves,
        Purpose purpose,
        @Nullable Goal goal,
        Rule audience,
        double holdOut,
        Unit unit,
        List<String> compareBy,
        List<String> channels,
        Schedule schedule,
        @Nullable Integer perMinute,
        List<Step> steps,
        Map<Part, FollowUp> followUps) {

    public Campaign {
        followUps = Map.copyOf(followUps);
    }

    /** What its effect is measured by; NPS unless the goal says otherwise. */
    public Metric metric() {
        return goal == null ? Metric.NPS : goal.metric();
    }

    /** Smallest effect worth having, in points or percentage points; 5 unless the goal says otherwise. */
    public int worth() {
        return goal == null ? 5 : goal.worth();
    }

    /** The messages among the follow-ups, in the order of their numbers. */
    public List<FollowUp.Send> messagesAfterAnswers() {
        return followUps.values().stream()
                .flatMap(followUp -> followUp instanceof FollowUp.Send send ? Stream.of(send) : Stream.empty())
                .sorted(Comparator.comparing(send -> send.step().number()))
                .toList();
    }

    /** The same content under another key, version and hash. */
    Campaign version(String newKey, int newVersion, String newHash) {
        return new Campaign(
                newKey,
                newVersion,
                newHash,
                name,
                owner,
                touchpoint,
                serves,
                purpose,
                goal,
                audience,
                holdOut,
                unit,
                compareBy,
                channels,
                schedule,
                perMinute,
                steps,
                followUps);
    }
}
