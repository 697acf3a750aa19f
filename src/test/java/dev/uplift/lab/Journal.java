package dev.uplift.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What left the house, written down outside of it: each message a sink took, before it said so. */
final class Journal {

    /**
     * One message that was taken.
     *
     * @param send id from the Message-ID or from the status callback's address
     * @param sink who took it
     * @param to address or number
     * @param text the message as it came
     */
    record Entry(String send, String sink, String to, String text, Instant at) {}

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

    void took(String send, String sink, String to, String text) {
        entries.add(new Entry(send, sink, to, text, Instant.now()));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    int size() {
        return entries.size();
    }

    /** How often each send was taken. */
    Map<String, Long> counts() {
        return entries().stream().collect(Collectors.groupingBy(Entry::send, Collectors.counting()));
    }

    /** Of each send the first time it was taken. */
    Map<String, Instant> times() {
        return entries().stream().collect(Collectors.toMap(Entry::send, Entry::at, (first, second) -> first));
    }

    /** The most messages taken within any span of this length. */
    int most(Duration span) {
        var times = entries().stream()
                .map(Entry::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        var most = 0;
        for (int first = 0, last = 0; last < times.size(); last++) {
            while (!times.get(first).plus(span).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** Messages per second from the first to the last. */
    double rate() {
        var times = entries().stream().map(Entry::at).sorted().toList();
        var span = Duration.between(times.get(0), times.get(times.size() - 1));
        return times.size() * 1000.0 / Math.max(1, span.toMillis());
    }

    /** The first message to somebody. */
    String firstTo(String recipient) {
        return entries().stream()
                .filter(entry -> entry.to().equals(recipient))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
