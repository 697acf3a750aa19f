package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** Marked messages that wait for a connection; those whose domain holds its share of connections let others pass. */
final class Line {

    /** A message, and until when it may leave. */
    record Waiting(Outbound message, long worker, Clearance clearance) {}

    private final Domains domains;
    private final Deque<Waiting> line = new ArrayDeque<>();

    Line(Domains domains) {
        this.domains = domains;
    }

    synchronized void add(Waiting last) {
        line.add(last);
    }

    /** Takes the first that may start; while none may, one of its domain is on its way, and we are to be asked after it. */
    synchronized Optional<Waiting> next() {
        for (Iterator<Waiting> all = line.iterator(); all.hasNext(); ) {
            var waiting = all.next();
            if (domains.start(waiting.message())) {
                all.remove();
                return Optional.of(waiting);
            }
        }
        return Optional.empty();
    }
}
