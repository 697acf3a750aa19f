package dev.uplift.web.api;

import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Planner;
import dev.uplift.impact.Assumption;
import dev.uplift.impact.Assumptions;
import dev.uplift.impact.Outlook;
import dev.uplift.impact.Simulator;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What a campaign's report would say in simulated worlds; writes nothing. */
@RestController
class SimulationApi {

    private final Campaigns campaigns;
    private final Planner planner;
    private final Assumptions assumptions;
    private final Simulator simulator;
    private final JsonMapper json;
    private final Clock clock;

    SimulationApi(
            Campaigns campaigns,
            Planner planner,
            Assumptions assumptions,
            Simulator simulator,
            JsonMapper json,
            Clock clock) {
        this.campaigns = campaigns;
        this.planner = planner;
        this.assumptions = assumptions;
        this.simulator = simulator;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/api/campaigns/{key}/simulate")
    Outlook simulate(@PathVariable String key, @RequestBody(required = false) byte @Nullable [] body) {
        var campaign = campaigns.find(key).orElseThrow(() -> new NotKnown("campaign", key));
        var now = clock.instant();
        var plan = planner.preview(campaign, now);
        var usual = assumptions.of(campaign, plan.toContact() + plan.holdOut(), now);
        var world = Wish.of(World.class, body, json);
        return simulator.simulate(campaign, world == null ? usual : world.over(usual), now);
    }

    /** The fields of {@link Assumption}; what is left out is as usual. */
    record World(
            @Nullable Integer people,
            @Nullable Double effect,
            @Nullable Double answerRate,
            @Nullable Double answerGap,
            @Nullable Double classGap,
            @Nullable Double correlation,
            @Nullable Integer earlierAtMost,
            @Nullable Integer worlds,
            @Nullable Long seed) {

        Assumption over(Assumption usual) {
            return new Assumption(
                    or(people, usual.people()),
                    or(effect, usual.effect()),
                    or(answerRate, usual.answerRate()),
                    or(answerGap, usual.answerGap()),
                    or(classGap, usual.classGap()),
                    or(correlation, usual.correlation()),
                    or(earlierAtMost, usual.earlierAtMost()),
                    or(worlds, usual.worlds()),
                    or(seed, usual.seed()));
        }

        private static <T> T or(@Nullable T asked, T usual) {
            return Objects.requireNonNullElse(asked, usual);
        }
    }
}
