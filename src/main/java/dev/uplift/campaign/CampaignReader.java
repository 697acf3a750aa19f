package dev.uplift.campaign;

import dev.uplift.audience.Rule;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Spelling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a campaign definition; every mistake in it is reported in one pass.
 *
 * @param audience reads a segment rule, or reports what is wrong with it and gives null
 */
record CampaignReader(Function<YamlNode, @Nullable Rule> audience) {

    private static final List<String> CHANNELS = List.of("preferred", "email", "sms");
    private static final double USUAL_HOLD_OUT = 0.2;
    private static final double LARGEST_HOLD_OUT = 0.9;
    private static final int USUAL_WORTH = 5;

    /** What can be made of the text; problems are added as they are found. */
    Draft read(String key, int version, String text, List<Problem> problems) {
        var found = new ArrayList<Problem>();
        var definition = Definition.open("campaigns/" + key + ".yaml", text, Format.CAMPAIGN, found);
        var draft = definition == null
                ? new Draft(null, List.of(), List.of())
                : draft(definition, new Head(key, version, Hash.of(text)), found);
        problems.addAll(found);
        return draft;
    }

    /** What a version is known by. */
    private record Head(String key, int version, String hash) {}

    private Draft draft(Definition definition, Head head, List<Problem> found) {
        var steps = StepsReader.read(definition);
        var channels = channels(definition);
        var draft = new Draft(null, channels, steps);
        var rule = rule(definition);
        var campaign = new Campaign(
                head.key(),
                head.version(),
                head.hash(),
                definition
                        .required("name", Values::line, "Write what people call it, e.g. Instalment change explained.")
                        .orElse(head.key()),
                line(definition, "owner", "Write the department that answers for it, e.g. billing."),
                line(definition, "touchpoint", "Write the moment of the journey, e.g. annual-bill."),
                line(definition, "serves", "Write a node of the goal tree, e.g. promise/clear-bills."),
                purpose(definition),
                definition.mapping("goal", "Write it like { metric: nps, target: 15, worth: 5 }.").map(this::goal).orElse(null),
                rule == null ? new Rule.All(List.of()) : rule,
                holdOut(definition, draft),
                channels,
                definition.mapping("schedule", "Write it like { start: 2026-12-01T09:00 }.").map(ScheduleReader::read)
                        .orElse(ScheduleReader.AT_LAUNCH),
                definition.value("pace", Values::perMinute, "Write at least one send a minute, e.g. 120/min or 600/h.").orElse(null),
                steps.stream().map(Draft.Placed::step).toList());
        return rule == null || !found.isEmpty() ? draft : new Draft(campaign, channels, steps);
    }
}
