package dev.uplift.audience;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether an event can be stored. */
final class EventCheck {

    private EventCheck() {}

    /** An event fit to be stored. */
    record Row(
            long position,
            String externalId,
            String type,
            Instant at,
            @Nullable Map<String, @Nullable Object> properties) {

        /** What makes two events the same one. */
        String key() {
            return at + " " + type + " " + externalId;
        }
    }

    /** The event as it can be stored; null once a flaw was noted. */
    static @Nullable Row check(long position, EventInput input, Flaws flaws) {
        var customer = Texts.line("customer", input.customer(), Texts.KEY, flaws);
        var type = Texts.line("type", input.type(), Texts.KEY, flaws);
        var at = input.at() == null ? null : Moments.checked("at", input.at(), flaws);
        var properties = Attributes.checked(input.properties(), flaws);
        if (customer == null) {
            flaws.add("customer", Flaw.Code.MISSING, "The customer is missing.", "Give the customer's key.");
        } else if (type == null || !Attributes.NAME.matcher(type).matches()) {
            flaws.add("type", Flaw.Code.INVALID, "The type is missing or not usable.", "Use a name such as bill.");
        } else if (at == null) {
            flaws.add("at", Flaw.Code.MISSING, "The instant is missing.", "Give one such as 2026-03-01T12:00:00Z.");
        } else if (flaws.first().isEmpty()) {
            return new Row(position, customer, type, at.truncatedTo(ChronoUnit.MICROS), properties);
        }
        return null;
    }
}
