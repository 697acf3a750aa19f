package dev.uplift.campaign;

import dev.uplift.audience.Rule;
import dev.uplift.platform.Hash;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a campaign definition; every mistake in it is reported in one pass.
 *
 * @param audience reads a segment rule, or reports what is wrong with it and gives null
 */
record CampaignReader(Function<YamlNode, @Nullable Rule> audience) {

    private static final String NAME = "Write what people call it, e.g. Instalment change explained.";
    private static final String OWNER = "Write the department that answers for it, e.g. billing.";
    private static final String TOUCHPOINT = "Write the moment of the customer journey, e.g. annual-bill.";
    private static final String SERVES = "Write a node of the goal tree, e.g. promise/clear-bills.";
    private static final String PURPOSE = "Write service, marketing or survey; it decides which consent is needed.";
    private static final String AUDIENCE = "Write a segment rule, e.g. { attribute: product, is: electricity }.";
    private static final String GOAL = "Write it like { metric: nps, target: 15, worth: 5 }.";
    private static final String SCHEDULE = "Write it like { start: 2026-12-01T09:00 }.";
    private static final String PACE = "Write at least one send a minute, e.g. 120/min, 2/s or 600/h.";

    /** What can be made of the text; what is wrong with it is added to the problems. */
    Draft read(String key, int version, String text, List<Problem> problems) {
        var before = problems.size();
        var definition = Definition.open("campaigns/" + key + ".yaml", text, Format.CAMPAIGN, problems);
        if (definition == null) {
            return new Draft(null, List.of(), List.of(), List.of(), null);
        }
        var draft = draft(definition);
        var rule = rule(definition);
        var campaign = campaign(definition, draft, rule == null ? new Rule.All(List.of()) : rule);
        var sound = rule != null && problems.size() == before;
        return sound ? draft.of(campaign.version(key, version, Hash.of(text))) : draft;
    }

    private static Draft draft(Definition definition) {
        var goal = definition.mapping("goal", GOAL).map(at -> new Draft.PlacedGoal(at, GoalReader.read(at)));
        var steps = StepsReader.read(definition);
        var followUps = FollowUpReader.read(definition, steps);
        return new Draft(null, ChannelsReader.read(definition), steps, followUps, goal.orElse(null));
    }

    private static Campaign campaign(Definition definition, Draft draft, Rule rule) {
        var holdOut = HoldOut.read(definition, draft);
        return new Campaign(
                "",
                0,
                "",
                definition.required("name", Values::line, NAME).orElse(""),
                definition.value("owner", Values::line, OWNER).orElse(null),
                definition.value("touchpoint", Values::line, TOUCHPOINT).orElse(null),
                definition.value("serves", Values::line, SERVES).orElse(null),
                definition.required("purpose", CampaignReader::purpose, PURPOSE).orElse(Purpose.SERVICE),
                draft.goal() == null ? null : draft.goal().goal(),
                rule,
                holdOut.share(),
                holdOut.unit(),
                CompareByReader.read(definition, holdOut),
                draft.channels(),
                definition
                        .mapping("schedule", SCHEDULE)
                        .map(ScheduleReader::read)
                        .orElse(ScheduleReader.AT_LAUNCH),
                definition.value("pace", Values::perMinute, PACE).orElse(null),
                draft.steps().stream().map(Draft.Placed::step).toList(),
                draft.followUps().stream()
                        .collect(Collectors.toMap(Draft.PlacedFollowUp::part, Draft.PlacedFollowUp::followUp)));
    }

    private @Nullable Rule rule(Definition definition) {
        var node = definition.node("audience");
        if (node == null) {
            definition.problem("'audience' is missing.", AUDIENCE);
            return null;
        }
        return audience.apply(node);
    }

    private static @Nullable Purpose purpose(String text) {
        return Purpose.of(text).orElse(null);
    }
}
