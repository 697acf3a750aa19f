package dev.uplift.web.staff;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A list to choose one from, in a form; the value is empty for all. */
record Select(String name, String label, List<Option> options) {

    /** One choice. */
    record Option(String value, String label, boolean chosen) {}

    /** The values with their words; a chosen value that is not among them is offered too, so that nothing is narrowed unseen. */
    static Select of(String name, String label, Stream<String> values, String chosen, Function<String, String> words) {
        var all = chosen.isEmpty() ? values : Stream.concat(values, Stream.of(chosen));
        return new Select(
                name,
                label,
                all.distinct()
                        .map(value -> new Option(value, words.apply(value), value.equals(chosen)))
                        .toList());
    }
}
