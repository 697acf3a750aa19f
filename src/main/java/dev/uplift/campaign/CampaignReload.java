package dev.uplift.campaign;

import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the campaigns folder again when a file in it has changed, but never while the clock shows a simulated time. */
final class CampaignReload {

    private final FolderWatch watch;
    private final UpliftClock clock;
    private final Surveys surveys;
    private final Campaigns campaigns;

    CampaignReload(FolderWatch watch, UpliftClock clock, Surveys surveys, Campaigns campaigns) {
        this.watch = watch;
        this.clock = clock;
        this.surveys = surveys;
        this.campaigns = campaigns;
    }

    void atStart() {
        campaigns.reload(clock.instant());
    }

    @Nullable
    Map<Path, String> changes() {
        return clock.simulating() ? null : watch.changed();
    }

    void now() {
        surveys.reload();
        campaigns.reload(clock.instant());
    }
}
