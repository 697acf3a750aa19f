package dev.uplift.web.staff;

import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.Plan;
import dev.uplift.delivery.StepCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger knows about the newest run of a campaign.
 *
 * @param counts first contact of treated customers by state
 */
record Progress(Plan plan, Map<String, Long> counts, List<StepCounts> steps) {

    /** Empty before the first run has been planned. */
    static Optional<Progress> of(Ledger ledger, String campaign) {
        return ledger.plan(campaign).map(plan -> new Progress(plan, ledger.counts(campaign), ledger.steps(campaign)));
    }
}
