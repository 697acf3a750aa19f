package dev.uplift.web.api;

import dev.uplift.followup.Case;
import dev.uplift.followup.CaseEvent;
import dev.uplift.followup.Cases;
import dev.uplift.followup.Outcome;
import dev.uplift.followup.SecondAnswer;
import dev.uplift.followup.SecondSurveys;
import dev.uplift.followup.Touch;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The follow-up desk; everybody acts on cases of their own, and only at desks where they work. */
@RestController
@RequestMapping("/api/cases")
class CasesApi {

    private final Cases cases;
    private final SecondSurveys second;
    private final Actors actors;
    private final Clock clock;

    CasesApi(Cases cases, SecondSurveys second, Actors actors, Clock clock) {
        this.cases = cases;
        this.second = second;
        this.actors = actors;
        this.clock = clock;
    }

    /** At most 500 open cases, the most urgent first. */
    @GetMapping
    List<Case> open(Authentication agent) {
        return cases.open(name(agent));
    }

    @GetMapping("/{id}")
    View show(@PathVariable long id, Authentication agent) {
        var found = cases.find(id, name(agent)).orElseThrow(() -> new NotKnown("case", String.valueOf(id)));
        return new View(found, cases.events(id), second.of(id).orElse(null));
    }

    /** The next case for the caller, or 204 if nobody waits. */
    @PostMapping("/next")
    ResponseEntity<Case> next(Authentication agent) {
        var next = cases.takeNext(name(agent), clock.instant());
        return next.map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/take")
    Case take(@PathVariable long id, Authentication agent) {
        return cases.take(id, name(agent), clock.instant());
    }

    @PostMapping("/{id}/hand-over")
    Case handOver(@PathVariable long id, @RequestBody HandOver wish, Authentication agent) {
        return cases.handOver(id, name(agent), wish.to, text(wish.why), clock.instant());
    }

    @PostMapping("/{id}/snooze")
    Case snooze(@PathVariable long id, @RequestBody Snooze wish, Authentication agent) {
        var until = Optional.ofNullable(wish.until).orElseThrow(() -> missing("until", "2026-12-01T09:00:00Z"));
        return cases.snooze(id, name(agent), until, clock.instant());
    }

    @PostMapping("/{id}/contacts")
    Case contact(@PathVariable long id, @RequestBody Contact made, Authentication agent) {
        var touch = new Touch(text(made.channel), Boolean.TRUE.equals(made.reached), text(made.text));
        return cases.contact(id, name(agent), touch, clock.instant());
    }

    @PostMapping("/{id}/close")
    Case close(@PathVariable long id, @RequestBody Close end, Authentication agent) {
        var outcome = Optional.ofNullable(end.outcome).orElseThrow(() -> missing("outcome", "RESOLVED"));
        return cases.close(id, name(agent), end.rootCause, outcome, text(end.note), clock.instant());
    }

    @PostMapping("/{id}/merge")
    Case merge(@PathVariable long id, @RequestBody Merge wish, Authentication agent) {
        var into = Optional.ofNullable(wish.into).orElseThrow(() -> missing("into", "17"));
        return cases.merge(id, name(agent), into, clock.instant());
    }

    private String name(Authentication agent) {
        return actors.of(agent).name();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static InvalidInput missing(String field, String example) {
        return new InvalidInput(
                List.of(Problem.error(field, "'" + field + "' is missing.", "Send e.g. \"" + example + "\".")));
    }

    /** A case with its history, and what the customer answered when asked again, or null. */
    record View(Case it, List<CaseEvent> events, @Nullable SecondAnswer second) {}

    /** To whom, by log-in name; without one back to the desk. */
    record HandOver(@Nullable String to, @Nullable String why) {}

    /** Until when. */
    record Snooze(@Nullable Instant until) {}

    /** A call or visit. */
    record Contact(
            @Nullable String channel,
            @Nullable Boolean reached,
            @Nullable String text) {}

    /** How it ends. */
    record Close(
            @Nullable String rootCause,
            @Nullable Outcome outcome,
            @Nullable String note) {}

    /** The case that this one becomes part of. */
    record Merge(@Nullable Long into) {}
}
