package dev.uplift.web.api;

import dev.uplift.survey.FalseAnswers;
import dev.uplift.survey.Sightings;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs did to survey links in the last month. */
@RestController
@RequestMapping("/api/false-answers")
class FalseAnswersApi {

    private final Sightings sightings;
    private final Clock clock;

    FalseAnswersApi(Sightings sightings, Clock clock) {
        this.sightings = sightings;
        this.clock = clock;
    }

    @GetMapping
    FalseAnswers counts() {
        return sightings.lastMonth(clock.instant());
    }
}
