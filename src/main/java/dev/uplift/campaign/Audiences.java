package dev.uplift.campaign;

import dev.uplift.audience.Segments;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The audiences of campaigns, as the set-based statements of planning need them. */
@Component
public class Audiences {

    private final Segments segments;

    Audiences(Segments segments) {
        this.segments = segments;
    }

    /** Whom the campaign is about at this instant. */
    public Selection selection(Campaign campaign, Instant now) {
        var condition = segments.condition(campaign.audience(), now);
        return new Selection(condition.sql(), condition.parameters());
    }
}
