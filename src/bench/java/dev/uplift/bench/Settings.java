package dev.uplift.bench;

import java.util.List;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param messages per contestant, after a warm-up of its own
 * @param connections to the sink, for everybody
 * @param sizes audiences of Uplift; the first is the one the others are compared with
 * @param only names of those to measure; all if empty
 */
record Settings(int messages, int connections, List<Integer> sizes, List<String> only) {

    /** As {@code -Dbench.messages}, {@code bench.connections}, {@code bench.sizes} and {@code bench.only} say. */
    static Settings ofSystem() {
        var messages = Integer.parseInt(text("bench.messages", "40000"));
        var sizes = list("bench.sizes").stream().map(Integer::valueOf).toList();
        return new Settings(
                messages,
                Integer.parseInt(text("bench.connections", "32")),
                sizes.isEmpty() ? List.of(messages) : sizes,
                list("bench.only"));
    }

    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    private static List<String> list(String name) {
        return Stream.of(text(name, "").split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(String name, String otherwise) {
        var text = System.getProperty(name, "");
        return text.isBlank() ? otherwise : text.strip();
    }
}
