package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.FollowUp;
import dev.uplift.delivery.Plan;
import java.util.List;
import java.util.Map;

/** What may follow answers to a campaign; how many there will be nobody knows before they answer. */
final class FollowUps {

    private FollowUps() {}

    /** One line for each part of the scale, the lowest first. */
    static List<Reconciliation.Line> lines(Campaign campaign, Plan plan, Wording wording) {
        return campaign.followUps().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Reconciliation.Line(
                        wording.text("staff.plan.after." + entry.getKey(), what(entry.getValue(), wording)),
                        wording.text("staff.plan.after.most", wording.count(most(entry.getValue(), plan)))))
                .toList();
    }

    private static String what(FollowUp followUp, Wording wording) {
        return followUp instanceof FollowUp.Open open
                ? wording.text("staff.plan.after.case", open.desk())
                : ((FollowUp.Send) followUp).step().template();
    }

    /** A case is opened for those held out, too. */
    private static long most(FollowUp followUp, Plan plan) {
        return plan.toContact() + (followUp instanceof FollowUp.Open ? plan.holdOut() : 0);
    }
}
