package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.impact.Assumptions;
import dev.uplift.impact.Simulator;
import dev.uplift.platform.InvalidInput;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tries a campaign's measurement out before anything is sent. */
@Component
class Trials {

    private final Assumptions assumptions;
    private final Simulator simulator;
    private final Clock clock;

    Trials(Assumptions assumptions, Simulator simulator, Clock clock) {
        this.assumptions = assumptions;
        this.simulator = simulator;
        this.clock = clock;
    }

    TrialCard card(Campaign campaign, long people, TrialForm form, Wording wording) {
        var now = clock.instant();
        var usual = assumptions.of(campaign, people, now);
        if (!form.sent()) {
            return TrialCard.offered(usual);
        }
        try {
            return TrialCard.of(simulator.simulate(campaign, form.over(usual), now), wording);
        } catch (InvalidInput refused) {
            return TrialCard.refused(form, usual, refused, wording);
        }
    }
}
