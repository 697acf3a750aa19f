package dev.uplift.web.api;

import dev.uplift.identity.AuditLog;
import dev.uplift.outbox.DeadLetters;
import dev.uplift.outbox.Delivery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How other systems are told, for administrators. */
@RestController
@RequestMapping("/api/webhooks")
class WebhooksApi {

    private final DeadLetters dead;
    private final AuditLog audit;
    private final Actors actors;
    private final Clock clock;

    WebhooksApi(DeadLetters dead, AuditLog audit, Actors actors, Clock clock) {
        this.dead = dead;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    List<DeadLetters.Standing> endpoints() {
        return dead.standings();
    }

    /** At most a hundred that could not be told; ask again with the last {@code id} as {@code after}. */
    @GetMapping("/dead")
    List<Delivery> dead(@RequestParam(defaultValue = "0") long after) {
        return dead.list(after);
    }

    @PostMapping("/dead/{id}/replay")
    Map<String, Integer> replay(@PathVariable long id, Authentication caller) {
        if (!dead.replay(id, clock.instant())) {
            throw new NotKnown("dead letter", String.valueOf(id));
        }
        audit.record(actors.of(caller), "webhook.replay", String.valueOf(id));
        return Map.of("replayed", 1);
    }

    @PostMapping("/dead/replay")
    Map<String, Integer> replayAll(Authentication caller) {
        audit.record(actors.of(caller), "webhook.replay", "all");
        return Map.of("replayed", dead.replayAll(clock.instant()));
    }
}
