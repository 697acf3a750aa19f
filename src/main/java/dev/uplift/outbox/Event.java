package dev.uplift.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What other systems can be told of. */
public enum Event {
    ANSWER_CONFIRMED("CONFIRMED"),
    ANSWER_AMENDED("AMENDED"),
    CASE_OPENED("OPENED"),
    CASE_LATE("ESCALATED"),
    CASE_CLOSED("CLOSED"),
    CASE_REOPENED("REOPENED");

    private final String stored;

    Event(String stored) {
        this.stored = stored;
    }

    /** Its name in settings and calls, e.g. {@code answer-confirmed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How answers and cases call it. */
    String stored() {
        return stored;
    }

    /** The event with this key. */
    static Optional<Event> of(String key) {
        return Arrays.stream(values()).filter(event -> event.key().equals(key)).findFirst();
    }

    /** All keys. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Event::key).toList();
    }
}
