package dev.uplift.web.staff;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How far a send is, as people ask for it; every state of the ledger belongs to exactly one. */
enum Stage {
    SENT("ACCEPTED", "DELIVERED", "COMPLAINED"),
    IN_FLIGHT("SENDING"),
    FAILED("REJECTED", "BOUNCED", "UNDELIVERED", "EXPIRED", "QUARANTINED"),
    UNKNOWN("UNKNOWN"),
    STOPPED("SUPPRESSED", "SKIPPED", "CANCELLED"),
    HELD_OUT("GHOST"),
    WAITING("PLANNED", "DEFERRED");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an immutable set, its type does not say so
    private final Set<String> states;

    Stage(String... states) {
        this.states = Set.of(states);
    }

    /** The number of sends at this stage. */
    long in(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> states.contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The suffix of its text and its colour. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The number of sends that nothing more will happen to. */
    static long settled(Map<String, Long> counts) {
        return Stream.of(values())
                .filter(stage -> stage != WAITING && stage != IN_FLIGHT)
                .mapToLong(stage -> stage.in(counts))
                .sum();
    }
}
