package dev.uplift.web.api;

import dev.uplift.delivery.Retries;
import dev.uplift.web.security.Access;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends of the newest run that came to nothing, once more; to ask twice does nothing more. */
@RestController
@RequestMapping("/api/campaigns/{key}")
class RetriesApi {

    private final CampaignView view;
    private final Retries retries;
    private final Actors actors;
    private final Clock clock;

    RetriesApi(CampaignView view, Retries retries, Actors actors, Clock clock) {
        this.view = view;
        this.retries = retries;
        this.actors = actors;
        this.clock = clock;
    }

    @PostMapping("/retry-failed")
    Retried retryFailed(@PathVariable String key, Authentication authentication) {
        view.status(key);
        var actor = actors.of(authentication);
        return new Retried(retries.retryFailed(key, Access.APPROVE.allows(actor), actor, clock.instant()));
    }

    @PostMapping("/send-rest")
    Retried sendRest(@PathVariable String key, Authentication authentication) {
        view.status(key);
        return new Retried(retries.sendRest(key, actors.of(authentication), clock.instant()));
    }

    /** How many sends were put back into the queue. */
    record Retried(int retried) {}
}
