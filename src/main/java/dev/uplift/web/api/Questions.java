package dev.uplift.web.api;

import dev.uplift.audience.Rule;
import dev.uplift.audience.Segments;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.impact.Question;
import dev.uplift.platform.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a campaign's report has to answer. */
@Component
class Questions {

    private final Campaigns campaigns;
    private final Segments segments;

    Questions(Campaigns campaigns, Segments segments) {
        this.campaigns = campaigns;
        this.segments = segments;
    }

    /** The question of the newest run's version, or of the current one before the first run. */
    Question of(String key) {
        var campaign = campaigns.runs(key).stream()
                .findFirst()
                .map(campaigns::of)
                .or(() -> campaigns.find(key))
                .orElseThrow(() -> new NotKnown("campaign", key));
        return question(campaign);
    }

    private Question question(Campaign campaign) {
        var goal = campaign.goal();
        return new Question(
                campaign.key(),
                goal == null ? "nps" : goal.metric(),
                campaign.worth(),
                usesAnswers(campaign.audience(), new HashSet<>()),
                campaign.holdOut());
    }

    private boolean usesAnswers(Rule rule, Set<String> seen) {
        return rule instanceof Rule.Answer || parts(rule, seen).stream().anyMatch(part -> usesAnswers(part, seen));
    }

    private List<Rule> parts(Rule rule, Set<String> seen) {
        if (rule instanceof Rule.All all) {
            return all.rules();
        }
        if (rule instanceof Rule.Any any) {
            return any.rules();
        }
        if (rule instanceof Rule.Not not) {
            return List.of(not.rule());
        }
        return rule instanceof Rule.Segment segment && seen.add(segment.key()) ? named(segment.key()) : List.of();
    }

    private List<Rule> named(String key) {
        var node = segments.find(key)
                .map(text -> YamlNode.parse(key, text, new ArrayList<>()))
                .orElse(null);
        var rule = node == null ? null : segments.parse(node);
        return rule == null ? List.of() : List.of(rule);
    }
}
