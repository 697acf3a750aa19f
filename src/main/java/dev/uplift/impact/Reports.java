package dev.uplift.impact;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.Run;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reports on campaigns: evidence is counted, judged, and the look is kept. */
@Component
public class Reports {

    private final Campaigns campaigns;
    private final Plans plans;
    private final EvidenceReader evidence;
    private final Analyses analyses;

    Reports(Campaigns campaigns, Plans plans, EvidenceReader evidence, Analyses analyses) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.evidence = evidence;
        this.analyses = analyses;
    }

    /** The report on the newest run of a campaign, as of now; empty if there is no such campaign. */
    public Optional<Report> report(String key, Instant now) {
        return campaigns.runs(key).stream()
                .flatMap(run -> report(run, now).stream())
                .findFirst()
                .or(() -> campaigns.find(key).map(campaign -> beforeTheFirst(campaign, now)));
    }

    /** Nothing for a run that has not been planned yet. */
    private Optional<Report> report(Run run, Instant now) {
        return plans.of(run, now).map(plan -> analyses.judge(run, evidence.read(run, campaigns.of(run), plan, now)));
    }

    private Report beforeTheFirst(Campaign campaign, Instant now) {
        return Analyses.judge(Evidence.none(plans.proposed(campaign, 0, now), now));
    }
}
