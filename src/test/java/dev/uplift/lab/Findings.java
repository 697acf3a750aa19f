package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the runs of one row found; collected while they go on, so that a failing run is reported with its numbers. */
final class Findings {

    private final Set<Long> seeds = new LinkedHashSet<>();
    private final List<String> details = new ArrayList<>();
    private int runs;
    private long duplicates;
    private long lost;
    private long unknown;
    private long unknownAllowed;

    /** A run with a random seed. */
    void seed(long seed) {
        seeds.add(seed);
    }

    /** Something worth reading in the report. */
    void note(String detail) {
        details.add(detail);
    }

    /** Keeps the numbers of a run, then fails if an invariant was violated. */
    void require(Verdict verdict) {
        runs++;
        duplicates += verdict.duplicates();
        lost += verdict.lost();
        unknown += verdict.unknown();
        unknownAllowed += verdict.unknownAllowed();
        assertThat(verdict.violations()).isEmpty();
    }

    /** A run that the invariants have nothing to say about. */
    void run() {
        runs++;
    }

    void addTo(Reliability.Line line) {
        line.add(runs, seeds.size(), duplicates, lost, unknown, unknownAllowed, details);
    }
}
