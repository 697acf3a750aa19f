package dev.uplift.web.customer;

import dev.uplift.delivery.Asked;
import dev.uplift.survey.Agent;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Sighting;
import dev.uplift.survey.Sightings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Notes who or what opens survey links. */
@Component
class Lookout {

    /** Nobody opens a question within so short a time after it left; programs on its way do. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final Sightings sightings;
    private final Asked asked;
    private final HttpServletRequest request;
    private final Clock clock;

    /** The request is that of the current thread. */
    Lookout(Sightings sightings, Asked asked, HttpServletRequest request, Clock clock) {
        this.sightings = sightings;
        this.asked = asked;
        this.request = request;
        this.clock = clock;
    }

    void opened(String token, Invitation invitation, @Nullable Integer score) {
        var now = clock.instant();
        var tooSoon = asked.lastAt(invitation.send())
                .map(at -> now.isBefore(at.plus(ON_THE_WAY)))
                .orElse(true);
        sightings.opened(token, new Sighting(score, agent(), tooSoon), now);
    }

    void hidden(String token) {
        sightings.hidden(token, agent(), clock.instant());
    }

    private Agent agent() {
        return Agent.of(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
