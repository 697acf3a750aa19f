package dev.uplift.demo.company;

import dev.uplift.audience.EventInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What happens to customers before the campaigns start: yearly bills and calls to the service desk. */
final class Bills {

    static final double BILLED = 0.95;
    static final double CONTACTED = 0.15;

    private static final double EUROS_PER_KWH = 0.34;
    private static final List<String> TOPICS =
            List.of("bill", "meter-reading", "moving-house", "tariff", "payment", "outage");

    private Bills() {}

    static EventInput of(Person person, Instant before) {
        var instalmentOld = person.contract().monthlyInstalment();
        var previousKwh = (int) (instalmentOld * 12 / EUROS_PER_KWH);
        var kwh = (int) (previousKwh * (0.85 + 0.4 * person.share("consumption")));
        var amount = Math.round(kwh * EUROS_PER_KWH * 100) / 100.0;
        return new EventInput(
                person.externalId(),
                "bill",
                before.minus(Duration.ofMinutes((long) (3 * 24 * 60 * person.share("billed")))),
                Map.of(
                        "amount", amount,
                        "consumptionKwh", kwh,
                        "previousKwh", previousKwh,
                        "instalmentOld", instalmentOld,
                        "instalmentNew", Math.round(amount / 12)));
    }

    static EventInput contact(Person person, Instant before) {
        return new EventInput(
                person.externalId(),
                "support-contact",
                before.minus(Duration.ofMinutes((long) (30 * 24 * 60 * person.share("contacted")))),
                Map.of("topic", person.pick(TOPICS, "topic")));
    }
}
