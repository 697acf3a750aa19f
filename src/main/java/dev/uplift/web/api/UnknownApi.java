package dev.uplift.web.api;

import dev.uplift.delivery.Resolution;
import dev.uplift.delivery.Unknown;
import dev.uplift.delivery.Unknowns;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import dev.uplift.platform.SendId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends of unknown outcome, and what people decide about them. */
@RestController
@RequestMapping("/api/campaigns/{key}/unknown")
class UnknownApi {

    private final CampaignView view;
    private final Unknowns unknowns;
    private final Resolution resolution;
    private final Actors actors;
    private final Clock clock;

    UnknownApi(CampaignView view, Unknowns unknowns, Resolution resolution, Actors actors, Clock clock) {
        this.view = view;
        this.unknowns = unknowns;
        this.resolution = resolution;
        this.actors = actors;
        this.clock = clock;
    }

    /** Their number, and the oldest 500 of them. */
    @GetMapping
    View list(@PathVariable String key) {
        view.status(key);
        return new View(unknowns.count(key), unknowns.of(key, clock.instant()));
    }

    @PostMapping("/{send}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(
            @PathVariable String key,
            @PathVariable UUID send,
            @RequestBody Evidence given,
            Authentication authentication) {
        var arrived = arrived(given.outcome == null ? "" : given.outcome);
        var evidence = given.evidence == null ? "" : given.evidence;
        resolution.settle(known(key, send), arrived, evidence, actors.of(authentication), clock.instant());
    }

    @PostMapping("/{send}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String key, @PathVariable UUID send, @RequestBody Wish wish, Authentication authentication) {
        var why = wish.why == null ? "" : wish.why;
        resolution.ask(known(key, send), why, actors.of(authentication), clock.instant());
    }

    @PostMapping("/{send}/resend/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable String key, @PathVariable UUID send, Authentication authentication) {
        resolution.approve(known(key, send), actors.of(authentication), clock.instant());
    }

    private SendId known(String key, UUID send) {
        view.status(key);
        var id = new SendId(send);
        if (!unknowns.owns(key, id)) {
            throw new NotKnown("send", send.toString());
        }
        return id;
    }

    private static boolean arrived(String outcome) {
        return switch (outcome) {
            case "arrived" -> true;
            case "not-arrived" -> false;
            default ->
                throw new InvalidInput(List.of(Problem.error(
                        "outcome",
                        "'" + outcome + "' is not an outcome.",
                        "Send \"arrived\" or \"not-arrived\"; to try again, use …/resend.")));
        };
    }

    /** What a person found out. */
    record Evidence(@Nullable String outcome, @Nullable String evidence) {}

    /** Why a second copy is wanted. */
    record Wish(@Nullable String why) {}

    /** The sends of unknown outcome of all runs. */
    record View(long count, List<Unknown> sends) {}
}
