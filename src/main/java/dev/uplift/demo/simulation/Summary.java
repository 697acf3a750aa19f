package dev.uplift.demo.simulation;

import dev.uplift.campaign.Campaigns;
import dev.uplift.demo.company.TrueEffect;
import dev.uplift.impact.Report;
import dev.uplift.impact.Reports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the simulated weeks came to, as text. */
@Component
class Summary {

    private final Campaigns campaigns;
    private final Reports reports;
    private final Facts facts;

    Summary(Campaigns campaigns, Reports reports, Facts facts) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.facts = facts;
    }

    List<String> lines(Story story, Instant now) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d customers, %,d answers; sends: %s; cases: %s",
                story.population().persons().size(),
                facts.answers(),
                counts(facts.sends()),
                counts(facts.cases())));
        story.effects().stream().findFirst().ifPresent(effect -> {
            lines.addAll(ConsoleReport.lines(report(effect.campaign(), now)));
            lines.add(String.format(
                    Locale.ROOT,
                    "  True effect on the simulated customers (known only here): %+.1f points",
                    truth(effect, story)));
        });
        return lines;
    }

    private static String counts(Map<String, Long> states) {
        return states.entrySet().stream()
                .map(state -> String.format(Locale.ROOT, "%s %,d", state.getKey(), state.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Looks at every campaign, as each night does, so that the pages know them all from the first minute. */
    void look(Instant now) {
        campaigns.list().forEach(campaign -> reports.report(campaign.key(), now));
    }

    /** The report on a campaign. */
    Report report(String key, Instant now) {
        return reports.report(key, now).orElseThrow();
    }

    /** The true effect on all assigned customers, in points. */
    double truth(TrueEffect effect, Story story) {
        return effect.points(
                story.population().among(facts.assigned(effect.campaign())).toList());
    }
}
