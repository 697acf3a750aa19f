package dev.uplift.audience;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the entries of a delivery. */
final class Tally {

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<Flaw> flaws = new ArrayList<>();

    void add(Outcome outcome) {
        add(outcome, 1);
    }

    void add(Flaw flaw) {
        flaws.add(flaw);
    }

    void add(Tally other) {
        other.outcomes.forEach(this::add);
        flaws.addAll(other.flaws);
    }

    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    List<Flaw> flaws() {
        return flaws;
    }

    Upserted upserted() {
        return new Upserted(
                count(Outcome.CREATED),
                count(Outcome.UPDATED),
                count(Outcome.UNCHANGED),
                flaws.stream().map(Flaw::rejected).toList());
    }

    private void add(Outcome outcome, int number) {
        outcomes.merge(outcome, number, Integer::sum);
    }
}
