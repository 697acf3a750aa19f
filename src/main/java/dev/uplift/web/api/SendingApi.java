package dev.uplift.web.api;

import dev.uplift.delivery.DomainPaces;
import dev.uplift.delivery.Heartbeat;
import dev.uplift.delivery.Hold;
import dev.uplift.delivery.Holds;
import dev.uplift.delivery.Rest;
import dev.uplift.delivery.Stuck;
import dev.uplift.delivery.Watchdog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All sending: whether it is held, who sends, what is stuck, and which recipient domains rest. */
@RestController
@RequestMapping("/api/sending")
class SendingApi {

    private final Holds holds;
    private final Watchdog watchdog;
    private final DomainPaces paces;
    private final Actors actors;
    private final Clock clock;

    SendingApi(Holds holds, Watchdog watchdog, DomainPaces paces, Actors actors, Clock clock) {
        this.holds = holds;
        this.watchdog = watchdog;
        this.paces = paces;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    View sending() {
        var hold = holds.current().map(Held::of).orElse(null);
        return new View(hold != null, hold, watchdog.workers(), watchdog.stuck(), paces.resting(clock.instant()));
    }

    @PostMapping("/hold")
    View hold(@RequestBody Wish wish, Authentication authentication) {
        holds.hold(wish.reason == null ? "" : wish.reason, actors.of(authentication), clock.instant());
        return sending();
    }

    @PostMapping("/release")
    View release(Authentication authentication) {
        holds.release(actors.of(authentication), clock.instant());
        return sending();
    }

    /** Why all sending is to be held. */
    record Wish(@Nullable String reason) {}

    /** Why nothing is sent; the note is the reason of a person. */
    record Held(String reason, String explanation, @Nullable String note, Instant since, String by) {

        static Held of(Hold hold) {
            return new Held(hold.reason().name(), hold.reason().explanation(), hold.note(), hold.since(), hold.by());
        }
    }

    /** How sending stands on all nodes. */
    record View(boolean held, @Nullable Held hold, List<Heartbeat> workers, List<Stuck> stuck, List<Rest> resting) {}
}
