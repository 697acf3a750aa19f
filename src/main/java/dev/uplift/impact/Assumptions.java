package dev.uplift.impact;

import dev.uplift.campaign.Campaign;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The world to try a campaign's measurement in, as far as it is known. */
@Component
public class Assumptions {

    private static final int MOST_PEOPLE = 1_000_000;
    private static final double LEAST_RATE = .01;
    private static final double CORRELATION = .7;
    private static final int WORLDS = 200;

    private final Forecasts forecasts;
    private final OutcomeRules rules;

    Assumptions(Forecasts forecasts, OutcomeRules rules) {
        this.forecasts = forecasts;
        this.rules = rules;
    }

    /**
     * A campaign that is just worth having, answered as usual by both arms alike, in 200 worlds, or fewer of many people, with
     * seed 1. Instead of whole accounts it has as many people who know nothing of each other as tell as much.
     *
     * @param people who would be drawn, treated and held back
     */
    public Assumption of(Campaign campaign, long people, Instant now) {
        var rate = forecasts.answerRate();
        var telling = people / forecasts.designEffect(campaign, rate, now);
        var drawn = (int) Math.min(MOST_PEOPLE, Math.max(10, Math.round(telling)));
        return new Assumption(
                drawn,
                campaign.worth(),
                Math.max(LEAST_RATE, rate),
                0,
                0,
                CORRELATION,
                rules.atMost(campaign.audience(), campaign.metric()),
                Math.min(WORLDS, Assumption.mostWorlds(drawn)),
                1);
    }
}
