package dev.uplift.web.staff;

import dev.uplift.followup.Desk;
import dev.uplift.followup.Desks;
import dev.uplift.followup.Pace;
import dev.uplift.impact.FollowUps;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the report on a desk together. */
@Component
class EffectPages {

    private final Desks desks;
    private final FollowUps followUps;
    private final Pace pace;

    EffectPages(Desks desks, FollowUps followUps, Pace pace) {
        this.desks = desks;
        this.followUps = followUps;
        this.pace = pace;
    }

    /** The page of this desk, or of the first one; empty while there is none. */
    Optional<EffectPage> of(String key, EffectPage.Span span, Instant now, Wording wording) {
        return desks.find(key).or(() -> desks.all().stream().findFirst()).map(desk -> page(desk, span, now, wording));
    }

    private EffectPage page(Desk desk, EffectPage.Span span, Instant now, Wording wording) {
        var from = span.before(now);
        return new EffectPage(
                desk.key(),
                wording.chosen(desk.name()),
                span.days(),
                EffectPage.desks(desks.all(), desk, span, wording),
                EffectPage.spans(desk, span, wording),
                followUps.reports(desk.key(), now).stream()
                        .map(report -> EffectCard.of(report, desk, wording.aboutFollowUp()))
                        .toList(),
                DeskCard.of(followUps.figures(desk.key(), from, now), pace.median(desk, from, now), desk, wording));
    }
}
