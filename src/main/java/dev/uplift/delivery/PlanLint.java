package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.GoalTree;
import dev.uplift.campaign.Step;
import dev.uplift.platform.Problem;
import dev.uplift.survey.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody should know before launching a plan. */
@Component
class PlanLint {

    private final Rehearsal rehearsal;
    private final GoalTree goals;
    private final UnknownAttributes unknown;

    PlanLint(Rehearsal rehearsal, GoalTree goals, UnknownAttributes unknown) {
        this.rehearsal = rehearsal;
        this.goals = goals;
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
        Optional.ofNullable(campaign.serves()).flatMap(this::unknownNode).ifPresent(problems::add);
        if (plan.audience() > 0) {
            unknown.of(campaign, now).forEach(name -> problems.add(nobodyHas(name)));
        }
        return problems;
    }

    private Optional<Problem> unknownNode(String node) {
        var known = goals.nodes();
        if (known.contains(node)) {
            return Optional.empty();
        }
        var remedy = known.isEmpty() ? "Add the promise as a file to campaigns/goals/." : Spelling.remedy(node, known);
        return Optional.of(Problem.warning("serves", "There is no '" + node + "' in the goal tree.", remedy));
    }

    private static Problem nobodyHas(String attribute) {
        return Problem.warning(
                "compare-by",
                "Nobody of the audience has the attribute '" + attribute + "', so it tells nobody apart.",
                "Correct its name, or import it with the customers.");
    }
}
