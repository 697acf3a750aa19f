package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.impact.Report;
import org.jspecify.annotations.Nullable;

/**
 * One campaign of the list.
 *
 * @param bar how far its newest run is, or null before the first
 * @param answers number of answers, empty for readers who may not see reports
 * @param verdict what it did, or null while that is not known to this reader
 */
record CampaignRow(
        String key,
        String name,
        Tag state,
        @Nullable Bar bar,
        String processed,
        String answers,
        @Nullable Tag verdict,
        String owner,
        String next) {

    static CampaignRow of(
            CampaignStatus status, @Nullable Progress progress, @Nullable Report report, Wording wording) {
        return new CampaignRow(
                status.key(),
                status.name(),
                Tag.of(status.state(), wording),
                progress == null ? null : Bar.ofSends(progress.counts(), wording),
                progress == null ? "" : processed(progress, wording),
                report == null ? "" : wording.count(answers(report)),
                report == null ? null : Tag.ofVerdict(report.verdict().code(), wording),
                status.owner() == null ? "" : status.owner(),
                status.nextRunAt() == null ? "" : wording.time(status.nextRunAt()));
    }

    private static String processed(Progress progress, Wording wording) {
        return wording.text(
                "staff.processed.of",
                wording.count(Stage.settled(progress.counts())),
                wording.count(progress.plan().toContact()));
    }

    private static long answers(Report report) {
        return report.arms().values().stream().mapToLong(Report.Arm::answered).sum();
    }
}
