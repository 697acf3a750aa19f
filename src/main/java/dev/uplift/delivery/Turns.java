package dev.uplift.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Whose turn it is: urgent streams first, then whoever waited longest; and how far each has come in the queue.
 *
 * <p>The place spares each claim the walk over the dead entries that earlier claims left in the index. It is forgotten
 * every few seconds, for what was put back by a clock that is behind ours.
 */
final class Turns {

    private static final long MEMORY = Duration.ofSeconds(5).toNanos();

    /** So often it is asked what is due while there is enough to do. */
    private static final long FRESH = Duration.ofMillis(100).toNanos();

    private record Turn(long number, Place place, long placedAt) {}

    private final Map<Stream, Turn> turns = new HashMap<>();
    private List<Stream> known = List.of();
    private long knownAt;
    private Instant knownFor = Instant.MIN;
    private final LongSupplier nanos;
    private long number;

    Turns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The streams with something due in the order in which they are to be served; others are forgotten. */
    synchronized List<Stream> order(Instant now, Function<Instant, List<Stream>> due) {
        if (known.isEmpty()
                || nanos.getAsLong() - knownAt > FRESH
                || Duration.between(knownFor, now).abs().toNanos() > FRESH) {
            known = due.apply(now);
            knownAt = nanos.getAsLong();
            knownFor = now;
            turns.keySet().retainAll(known);
        }
        return known.stream()
                .sorted(Comparator.comparing((Stream stream) -> !stream.urgent())
                        .thenComparing(stream -> of(stream).number))
                .toList();
    }

    synchronized Place place(Stream stream) {
        var turn = of(stream);
        return nanos.getAsLong() - turn.placedAt > MEMORY ? Place.START : turn.place;
    }

    /** The stream had its turn; nothing claimed sends it back to the start of its queue. */
    synchronized void served(Stream stream, List<Send> claimed) {
        var before = of(stream);
        var now = nanos.getAsLong();
        if (claimed.isEmpty()) {
            known = List.of();
            turns.put(stream, new Turn(++number, Place.START, now));
            return;
        }
        var last = claimed.get(claimed.size() - 1).place();
        var fresh = before.place.equals(Place.START) || now - before.placedAt > MEMORY;
        turns.put(stream, new Turn(++number, last, fresh ? now : before.placedAt));
    }

    private Turn of(Stream stream) {
        return turns.getOrDefault(stream, new Turn(0, Place.START, nanos.getAsLong()));
    }
}
