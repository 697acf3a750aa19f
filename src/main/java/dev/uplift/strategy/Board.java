package dev.uplift.strategy;

import java.time.LocalDate;
import java.util.List;

/**
 * The goal tree as it stands on a day.
 *
 * @param campaigns all that were not cancelled, also those that serve no promise
 */
public record Board(LocalDate day, List<Scorecard> promises, List<Contribution> campaigns) {

    /** The campaigns of which a lot proved that they raised the score. */
    public List<Contribution> provenWins() {
        return campaigns.stream().filter(Contribution::proven).toList();
    }

    /** The campaigns that serve no known promise, or that nobody answers for. */
    public List<Contribution> unlinked() {
        return campaigns.stream().filter(campaign -> !campaign.linked()).toList();
    }

    /** How many key results are in this state. */
    public long count(State state) {
        return promises.stream()
                .flatMap(promise -> promise.keyResults().stream())
                .filter(standing -> standing.state() == state)
                .count();
    }
}
