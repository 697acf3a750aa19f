package dev.uplift.demo.simulation;

import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.campaign.Campaigns;
import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Puts campaigns into force within the simulated weeks. */
@Component
class Launches {

    private static final Actor ACTOR = new Actor("demo", Role.MARKETER);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Campaigns campaigns;

    Launches(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Saves this definition and launches it, unless the campaign has been launched before. */
    void launch(String key, String yaml, Instant now) {
        if (isNew(key)) {
            campaigns.save(key, yaml, ACTOR, now);
            campaigns.launch(key, ACTOR, now);
        }
    }

    /** Launches a campaign that comes with Uplift so that it starts within a day, and, if it recurs, again every year. */
    void launchShipped(String key, Instant now) {
        var yaml = campaigns
                .source(key)
                .orElseThrow(() -> new IllegalStateException(
                        "The sample company needs the campaign '" + key + "'; put campaigns/" + key + ".yaml back"));
        launch(key, startingNow(yaml, now), now);
    }

    static String startingNow(String yaml, Instant now) {
        var local = now.atZone(ZONE);
        var day = local.toLocalTime().isBefore(MORNING)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        var yearly = "0 0 10 " + day.getDayOfMonth() + " " + day.getMonthValue() + " ?";
        return yaml.replaceFirst("(?m)^(\\s*)start:[^\\n]*\\n", "")
                .replaceFirst("start:\\s*[^,}\\n]+,\\s*", "")
                .replaceFirst("cron:\\s*\"[^\"]*\"", "cron: \"" + yearly + "\"");
    }

    private boolean isNew(String key) {
        return campaigns
                .status(key)
                .filter(status -> status.state() != State.DRAFT)
                .isEmpty();
    }
}
