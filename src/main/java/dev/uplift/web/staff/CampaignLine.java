package dev.uplift.web.staff;

import dev.uplift.impact.LatestVerdict;
import dev.uplift.strategy.Contribution;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the goals show it.
 *
 * @param address its report, or the campaign itself before the first
 * @param verdict what it did in a few words; null before the first look
 * @param sentence what it did, in a sentence; empty before the first look
 * @param asOf when that was said; empty before
 * @param lacks what is missing for it to be linked; empty if nothing is
 */
record CampaignLine(
        String address, String name, Tag state, @Nullable Tag verdict, String sentence, String asOf, String lacks) {

    static CampaignLine of(Contribution campaign, Wording wording) {
        var verdict = campaign.verdict();
        return new CampaignLine(
                "/campaigns/" + campaign.key() + (verdict == null ? "" : "/report"),
                campaign.name(),
                Tag.of(campaign.state(), wording),
                verdict == null ? null : Tag.ofVerdict(verdict.code(), wording),
                verdict == null ? "" : wording.chosen(verdict.text()),
                verdict == null ? "" : asOf(verdict, wording),
                lacks(campaign, wording));
    }

    private static String asOf(LatestVerdict verdict, Wording wording) {
        return wording.text("staff.goals.as-of", wording.day(verdict.asOf()));
    }

    private static String lacks(Contribution campaign, Wording wording) {
        var serves = campaign.serves();
        var node = campaign.known()
                ? ""
                : serves == null ? wording.text("staff.goals.no-node") : wording.text("staff.goals.unknown", serves);
        var owner = campaign.owner() == null ? wording.text("staff.goals.no-owner") : "";
        return String.join(
                " ", Stream.of(node, owner).filter(lack -> !lack.isEmpty()).toList());
    }
}
