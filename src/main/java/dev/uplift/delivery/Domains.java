package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps a recipient domain that is slow from holding all connections: a fifth of them until it has answered promptly,
 * three quarters beside other domains after that, none while it keeps all its messages waiting for three seconds, or just
 * asked us to slow down.
 */
final class Domains {

    private static final long SLOW = Duration.ofSeconds(3).toNanos();
    /** As long as it takes to notice that the domain rests on all nodes. */
    private static final long REST = Duration.ofSeconds(5).toNanos();

    private static final int MOST_KNOWN = 10_000;

    private static final class Traffic {
        private int busy;
        private long quietSince;
        private long restsUntil;
        private boolean resting;
        private boolean trusted;
    }

    /** An answer is late if it takes this many times longer than usual, but never within a quarter of a second. */
    private static final int LATE = 4;

    private static final double NEVER_LATE = 250e6;

    /** How many answers the usual time is about. */
    private static final double MEMORY = 16;

    private final int connections;
    private final LongSupplier nanos;
    private final Map<String, Traffic> known = new HashMap<>();
    private double usual;

    Domains(int connections, LongSupplier nanos) {
        this.connections = connections;
        this.nanos = nanos;
    }

    /** Whether a message to this address may go now; if so it counts until it has left. */
    synchronized boolean enter(Outbound message) {
        var traffic = known.computeIfAbsent(Domain.of(message), fresh -> new Traffic());
        if (traffic.busy >= most(traffic)) {
            return false;
        }
        if (traffic.busy++ == 0) {
            traffic.quietSince = nanos.getAsLong();
        }
        return true;
    }

    /** Whether an answer after this long was prompt, as answers go here. */
    synchronized boolean prompt(Duration took) {
        var length = (double) took.toNanos();
        var late = length > Math.max(NEVER_LATE, LATE * usual) || length > (double) SLOW;
        usual += (length - usual) / MEMORY;
        return !late;
    }

    /** The message was answered promptly, or not, or did not go. */
    synchronized void leave(Outbound message, boolean answered) {
        var domain = Domain.of(message);
        var traffic = known.get(domain);
        if (traffic != null) {
            traffic.trusted = answered || traffic.trusted;
            traffic.quietSince = nanos.getAsLong();
            if (--traffic.busy == 0 && ((!traffic.trusted && !traffic.resting) || known.size() > MOST_KNOWN)) {
                known.remove(domain);
            }
        }
    }

    /** The domain asked us to slow down; what is here already does not go before others look after it. */
    synchronized void rest(Outbound message) {
        var traffic = known.computeIfAbsent(Domain.of(message), fresh -> new Traffic());
        traffic.resting = true;
        traffic.restsUntil = nanos.getAsLong() + REST;
    }

    private int most(Traffic traffic) {
        if (traffic.resting && traffic.restsUntil - nanos.getAsLong() > 0) {
            return 0;
        }
        traffic.resting = false;
        if (traffic.busy > 0 && nanos.getAsLong() - traffic.quietSince > SLOW) {
            traffic.trusted = false;
            return 0;
        }
        if (!traffic.trusted) {
            return Math.max(1, connections / 5);
        }
        return known.size() > 1 ? Math.max(1, connections * 3 / 4) : Integer.MAX_VALUE;
    }
}
