package dev.uplift.web.api;

import dev.uplift.followup.Desk;
import dev.uplift.followup.Desks;
import dev.uplift.followup.Pace;
import dev.uplift.impact.DeskFigures;
import dev.uplift.impact.FollowUps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What following up does to the score, and what became of the cases. */
@RestController
class EffectApi {

    private static final int MOST_DAYS = 3660;

    private final Desks desks;
    private final FollowUps followUps;
    private final Pace pace;
    private final Clock clock;

    EffectApi(Desks desks, FollowUps followUps, Pace pace, Clock clock) {
        this.desks = desks;
        this.followUps = followUps;
        this.pace = pace;
        this.clock = clock;
    }

    /** The desk with this key, or all of them; the figures are of the cases opened in the last days, 1 to 3,660. */
    @GetMapping("/api/cases/effect")
    List<View> effect(
            @RequestParam(required = false) @Nullable String desk, @RequestParam(defaultValue = "90") int days) {
        var now = clock.instant();
        var from = now.minus(Duration.ofDays(Math.min(MOST_DAYS, Math.max(1, days))));
        var shown =
                desk == null ? desks.all() : List.of(desks.find(desk).orElseThrow(() -> new NotKnown("desk", desk)));
        return shown.stream().map(one -> view(one, from, now)).toList();
    }

    private View view(Desk desk, Instant from, Instant now) {
        return new View(
                desk.key(),
                followUps.reports(desk.key(), now).stream().map(EffectView::of).toList(),
                followUps.figures(desk.key(), from, now),
                pace.median(desk, from, now).map(Duration::toMinutes).orElse(null));
    }

    /**
     * A desk.
     *
     * @param reports one for each metric
     * @param minutes median opening time to the first contact, or null without any
     */
    record View(
            String desk,
            List<EffectView> reports,
            DeskFigures figures,
            @Nullable Long minutes) {}
}
