package dev.uplift.campaign;

import dev.uplift.message.Templates;
import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads templates, surveys and campaigns again when one of their files has changed, but never while the clock shows a simulated time. */
final class CampaignReload {

    private static final Logger log = LoggerFactory.getLogger(CampaignReload.class);

    private final FolderWatch watch;
    private final UpliftClock clock;
    private final Templates templates;
    private final Surveys surveys;
    private final Campaigns campaigns;

    CampaignReload(FolderWatch watch, UpliftClock clock, Templates templates, Surveys surveys, Campaigns campaigns) {
        this.watch = watch;
        this.clock = clock;
        this.templates = templates;
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
        templates.reload();
        templates.problems().forEach(problem -> log.warn("{}", problem));
        surveys.reload();
        campaigns.reload(clock.instant());
    }
}
