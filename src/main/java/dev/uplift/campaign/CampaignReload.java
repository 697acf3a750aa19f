package dev.uplift.campaign;

import dev.uplift.message.Templates;
import dev.uplift.platform.ContentChanged;
import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Reads templates, surveys and campaigns again when one of their files has changed, and tells whoever reads other files of
 * these folders; but never while the clock shows a simulated time.
 */
final class CampaignReload {

    private static final Logger log = LoggerFactory.getLogger(CampaignReload.class);

    private final FolderWatch watch;
    private final UpliftClock clock;
    private final Templates templates;
    private final Surveys surveys;
    private final Campaigns campaigns;
    private final ApplicationEventPublisher others;

    CampaignReload(
            FolderWatch watch,
            UpliftClock clock,
            Templates templates,
            Surveys surveys,
            Campaigns campaigns,
            ApplicationEventPublisher others) {
        this.watch = watch;
        this.clock = clock;
        this.templates = templates;
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.others = others;
    }

    void atStart() {
        surveys.reload(clock.instant());
        campaigns.reload(clock.instant());
    }

    @Nullable
    Map<Path, String> changes() {
        return clock.simulating() ? null : watch.changed();
    }

    void now() {
        templates.reload();
        templates.problems().forEach(problem -> log.warn("{}", problem));
        surveys.reload(clock.instant());
        campaigns.reload(clock.instant());
        others.publishEvent(new ContentChanged());
    }
}
