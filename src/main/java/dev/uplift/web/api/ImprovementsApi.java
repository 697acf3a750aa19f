package dev.uplift.web.api;

import dev.uplift.campaign.Campaigns;
import dev.uplift.followup.Improvement;
import dev.uplift.followup.Improvements;
import dev.uplift.followup.Proposal;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** What is to change so that customers need not complain again. */
@RestController
@RequestMapping("/api/improvements")
class ImprovementsApi {

    private final Improvements improvements;
    private final Campaigns campaigns;
    private final Clock clock;

    ImprovementsApi(Improvements improvements, Campaigns campaigns, Clock clock) {
        this.improvements = improvements;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** At most 500, what is to be decided first. */
    @GetMapping
    List<Improvement> list() {
        return improvements.list();
    }

    @GetMapping("/{id}")
    View show(@PathVariable long id) {
        var found = improvements.find(id).orElseThrow(() -> new NotKnown("improvement", String.valueOf(id)));
        return new View(found, improvements.cases(id), improvements.events(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Improvement propose(@RequestBody Wanted wanted, Authentication by) {
        return improvements.propose(wanted.proposal(campaigns), by.getName(), clock.instant());
    }

    @PostMapping("/{id}/decide")
    Improvement decide(@PathVariable long id, @RequestBody Decision decision, Authentication by) {
        var state = Optional.ofNullable(decision.state)
                .orElseThrow(() -> new InvalidInput(List.of(
                        Problem.error("state", "'state' is missing.", "Send \"DOING\", \"DONE\" or \"DROPPED\"."))));
        return improvements.decide(
                id, state, Objects.requireNonNullElse(decision.note, "").strip(), by.getName(), clock.instant());
    }

    /** An improvement with its cases and history. */
    record View(Improvement it, List<Improvements.Item> cases, List<Improvements.Event> events) {}

    /** What is decided and why. */
    record Decision(
            Improvement.@Nullable State state, @Nullable String note) {}

    /** Case numbers, or desk, root cause and since when. */
    record Wanted(
            @Nullable String title,
            @Nullable List<Long> cases,
            @Nullable String desk,
            @Nullable String rootCause,
            @Nullable Instant since,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable String campaign) {

        Proposal proposal(Campaigns known) {
            if (campaign != null && known.find(campaign).isEmpty()) {
                throw new NotKnown("campaign", campaign);
            }
            return new Proposal(
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(cases, List.of()),
                    desk,
                    rootCause,
                    since,
                    new Proposal.Details(Objects.requireNonNullElse(owner, "").strip(), due, campaign));
        }
    }
}
