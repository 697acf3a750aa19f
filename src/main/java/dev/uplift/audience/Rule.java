package dev.uplift.audience;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment rule; always evaluated by SQL, see {@link Segments#condition}. */
public sealed interface Rule {

    /** All of these. */
    record All(List<Rule> rules) implements Rule {}

    /** At least one of these. */
    record Any(List<Rule> rules) implements Rule {}

    /** Not this. */
    record Not(Rule rule) implements Rule {}

    /** Compares an attribute (or a field of the customer such as {@code locale}) with a value. */
    record Attribute(String name, Comparison comparison, List<String> values) implements Rule {}

    /** Something of this type happened, optionally within this time before now. */
    record Event(String type, @Nullable Duration within) implements Rule {}

    /** The customer's latest answer to this metric lies in the range, optionally given within this time before now. */
    record Answer(
            String metric,
            int atLeast,
            int atMost,
            @Nullable Duration within) implements Rule {}

    /** The customer belongs to the named segment. */
    record Segment(String key) implements Rule {}

    /** How an attribute is compared. */
    enum Comparison {
        IS,
        IS_NOT,
        IN,
        AT_LEAST,
        AT_MOST,
        EXISTS
    }
}
