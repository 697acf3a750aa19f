package dev.uplift.web.api;

import dev.uplift.impact.Decisions;
import java.time.Clock;
import java.util.List;
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
import tools.jackson.databind.json.JsonMapper;

/** What was decided because of a campaign's report, newest first. */
@RestController
@RequestMapping("/api/campaigns/{key}/decisions")
class DecisionsApi {

    private final CampaignView view;
    private final Decisions decisions;
    private final Actors actors;
    private final JsonMapper json;
    private final Clock clock;

    DecisionsApi(CampaignView view, Decisions decisions, Actors actors, JsonMapper json, Clock clock) {
        this.view = view;
        this.decisions = decisions;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    List<Decisions.Decision> decisions(@PathVariable String key) {
        view.status(key);
        return decisions.list(key);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<Decisions.Decision> decide(
            @PathVariable String key,
            @RequestBody(required = false) byte @Nullable [] body,
            Authentication authentication) {
        view.status(key);
        var wish = Wish.of(Text.class, body, json);
        var text = wish == null || wish.text == null ? "" : wish.text;
        decisions.add(key, text, actors.of(authentication).name(), clock.instant());
        return decisions.list(key);
    }

    /** What was decided, 1 to 2,000 characters. */
    record Text(@Nullable String text) {}
}
