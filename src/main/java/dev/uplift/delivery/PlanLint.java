package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Step;
import dev.uplift.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody should know before launching a plan. */
@Component
class PlanLint {

    private final Rehearsal rehearsal;
    private final UnknownAttributes unknown;

    PlanLint(Rehearsal rehearsal, UnknownAttributes unknown) {
        this.rehearsal = rehearsal;
        this.unknown = unknown;
    }

    List<Problem> problems(Campaign campaign, Plan plan, Instant now) {
        var problems = new ArrayList<>(rehearsal.problems(campaign, now));
        if (plan.audience() == 0) {
            problems.add(Problem.warning(
                    "audience", "Nobody is in the audience.", "Widen the rule, or import the customers it is about."));
        } else if (plan.toContact() == 0) {
            problems.add(Problem.warning(
                    "audience", "Nobody of the audience may be contacted.", "See the reasons for leaving them out."));
        }
        if (campaign.holdOut() == 0 && campaign.steps().stream().anyMatch(step -> step.kind() == Step.Kind.MESSAGE)) {
            problems.add(Problem.warning(
                    "hold-out",
                    "Nobody is held out, so the campaign's effect cannot be proved.",
                    "Set hold-out to 20% or more."));
        }
        if (plan.audience() > 0) {
            unknown.of(campaign, now).forEach(name -> problems.add(nobodyHas(name)));
        }
        return problems;
    }

    private static Problem nobodyHas(String attribute) {
        return Problem.warning(
                "compare-by",
                "Nobody of the audience has the attribute '" + attribute + "', so it tells nobody apart.",
                "Correct its name, or import it with the customers.");
    }
}
