package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.impact.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One campaign of the list.
 *
 * @param bar how far its newest run is, or null before the first
 * @param answers number of answers, empty for readers who may not see reports
 * @param verdict what it did, or null while nobody has looked, and for those readers
 * @param asOf when the answers were counted; empty likewise
 */
record CampaignRow(
        String key,
        String name,
        Tag state,
        @Nullable Bar bar,
        String processed,
        String answers,
        @Nullable Tag verdict,
        String asOf,
        String owner,
        String next) {

    static CampaignRow of(
            CampaignStatus status, @Nullable Progress progress, @Nullable Finding finding, Wording wording) {
        return new CampaignRow(
                status.key(),
                status.name(),
                Tag.of(status.state(), wording),
                progress == null ? null : Bar.ofSends(progress.counts(), wording),
                progress == null ? "" : processed(progress, wording),
                finding == null ? "" : wording.count(finding.answers()),
                finding == null ? null : Tag.ofVerdict(finding.verdict().code(), wording),
                finding == null ? "" : wording.text("staff.list.as-of", wording.time(finding.asOf())),
                status.owner() == null ? "" : status.owner(),
                status.nextRunAt() == null ? "" : wording.time(status.nextRunAt()));
    }

    private static String processed(Progress progress, Wording wording) {
        return wording.text(
                "staff.processed.of",
                wording.count(Stage.settled(progress.counts())),
                wording.count(progress.plan().toContact()));
    }
}
