package dev.uplift.strategy;

import static java.util.stream.Collectors.toMap;

import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.campaign.Campaigns;
import dev.uplift.impact.Analyses;
import dev.uplift.impact.LatestVerdict;
import dev.uplift.impact.insights.Insights;
import dev.uplift.impact.insights.Span;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The goal tree: promises with their key results, and the campaigns that serve them. */
@Component
public class Goals {

    private final Promises promises;
    private final Insights insights;
    private final Campaigns campaigns;
    private final Analyses analyses;

    Goals(Promises promises, Insights insights, Campaigns campaigns, Analyses analyses) {
        this.promises = promises;
        this.insights = insights;
        this.campaigns = campaigns;
        this.analyses = analyses;
    }

    /** What is wrong with the files in {@code campaigns/goals/} as they are now; warnings too. */
    public List<Problem> problems() {
        return promises.problems();
    }

    /** The whole tree as of the answers that were counted last and the looks at campaigns that were kept. */
    public Board board(Instant now) {
        var day = insights.day(now);
        var contributions = contributions();
        return new Board(
                day,
                promises.all().stream()
                        .map(promise -> scorecard(promise, contributions, day))
                        .toList(),
                contributions);
    }

    private Scorecard scorecard(Promise promise, List<Contribution> contributions, LocalDate day) {
        return new Scorecard(
                promise,
                promise.keyResults().stream()
                        .map(keyResult -> standing(keyResult, day))
                        .toList(),
                contributions.stream()
                        .filter(campaign -> promise.node().equals(campaign.serves()))
                        .toList());
    }

    private Standing standing(KeyResult keyResult, LocalDate day) {
        var window = keyResult.window(day);
        return Standing.of(
                keyResult,
                answers(keyResult, window),
                answers(keyResult, keyResult.windowBefore()),
                answers(keyResult, window.before()),
                day);
    }

    private Classes answers(KeyResult keyResult, Span span) {
        return insights.scores(keyResult.scope(), span).classes();
    }

    private List<Contribution> contributions() {
        var verdicts = analyses.latest().stream().collect(toMap(LatestVerdict::campaign, verdict -> verdict));
        var nodes = promises.nodes();
        return campaigns.list().stream()
                .filter(status -> status.state() != State.CANCELLED)
                .map(status -> Contribution.of(
                        campaigns.of(status.key(), status.version()),
                        status.state(),
                        verdicts.get(status.key()),
                        nodes))
                .toList();
    }
}
