package dev.uplift.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What left the house, written down outside of it: each message a sink took, before it said so. */
final class Journal {

    /** So many messages are kept word for word; of large campaigns only who got something and when. */
    private static final int TEXTS = 20_000;

    /**
     * One message that was taken.
     *
     * @param send id from the Message-ID or from the status callback's address
     * @param sink who took it
     * @param to address or number
     * @param text the message as it came, or nothing if it was not among the first
     */
    record Entry(String send, String sink, String to, String text, Instant at) {}

    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    void took(String send, String sink, String to, String text) {
        entries.add(new Entry(send, sink, to, size() < TEXTS ? text : "", Instant.now()));
        size.incrementAndGet();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    int size() {
        return size.get();
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
        return most(span, entry -> true);
    }

    /** The same among some of them. */
    int most(Duration span, Predicate<Entry> some) {
        var times = entries().stream()
                .filter(some)
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
