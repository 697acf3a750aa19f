package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps a recipient domain that is slow from holding all connections: a tenth of them until it has answered promptly and
 * again once it answers late or not at all, three quarters beside other domains while it is prompt, none while it keeps all
 * its messages waiting for three seconds, or just asked us to slow down.
 *
 * <p>A message enters before its mark, starts when it gets a connection, and leaves. As many of a domain that is prompt may
 * wait for a connection as have one, so that no connection waits for a mark.
 */
final class Domains {

    private static final long SLOW = Duration.ofSeconds(3).toNanos();
    /** As long as it takes to notice that the domain rests on all nodes. */
    private static final long REST = Duration.ofSeconds(5).toNanos();

    private static final int MOST_KNOWN = 10_000;

    /** An answer is late if it takes this many times longer than usual, but never within a quarter of a second. */
    private static final int LATE = 4;

    private static final double NEVER_LATE = 250e6;

    /** How many answers the usual time is about. */
    private static final double MEMORY = 16;

    /** How a domain answers. */
    private enum Manner {
        UNKNOWN,
        PROMPT,
        LATE
    }

    private static final class Traffic {
        private int entered;
        private int started;
        private long quietSince;
        private long restsUntil;
        private boolean resting;
        private Manner manner = Manner.UNKNOWN;
    }

    private final int connections;
    private final LongSupplier nanos;
    private final Map<String, Traffic> known = new HashMap<>();
    private double usual;

    Domains(int connections, LongSupplier nanos) {
        this.connections = connections;
        this.nanos = nanos;
    }

    /** Whether a message to this address may be marked now; if so it counts until it has left. */
    synchronized boolean enter(Outbound message) {
        var traffic = of(message);
        if (traffic.entered >= places(traffic)) {
            return false;
        }
        traffic.entered++;
        return true;
    }

    /** Whether a message that entered may have a connection now. */
    synchronized boolean start(Outbound message) {
        var traffic = of(message);
        if (traffic.started > 0 && traffic.started >= share(traffic)) {
            return false;
        }
        if (traffic.started++ == 0) {
            traffic.quietSince = nanos.getAsLong();
        }
        return true;
    }

    /** A message that started was answered after this long. */
    synchronized void answered(Outbound message, Duration took) {
        var traffic = of(message);
        traffic.manner = prompt((double) took.toNanos()) ? Manner.PROMPT : Manner.LATE;
        traffic.quietSince = nanos.getAsLong();
        traffic.started--;
        leave(message);
    }

    /** A message that entered did not start, or was answered. */
    synchronized void leave(Outbound message) {
        var traffic = of(message);
        var worthKnowing = traffic.resting || traffic.manner != Manner.UNKNOWN;
        if (--traffic.entered == 0 && (!worthKnowing || known.size() > MOST_KNOWN)) {
            known.remove(Domain.of(message));
        }
    }

    /** The domain asked us to slow down; what is here already does not go before others look after it. */
    synchronized void rest(Outbound message) {
        var traffic = of(message);
        traffic.resting = true;
        traffic.restsUntil = nanos.getAsLong() + REST;
    }

    /** Whether its domain answered late, or has not answered for so long that it will. */
    synchronized boolean late(Outbound message) {
        return manner(of(message)) == Manner.LATE;
    }

    private Traffic of(Outbound message) {
        return known.computeIfAbsent(Domain.of(message), fresh -> new Traffic());
    }

    private boolean prompt(double length) {
        var prompt = length <= Math.min(latest(), (double) SLOW);
        usual += (length - usual) / MEMORY;
        return prompt;
    }

    private double latest() {
        return Math.max(NEVER_LATE, LATE * usual);
    }

    private Manner manner(Traffic traffic) {
        if ((double) quiet(traffic) > latest()) {
            traffic.manner = Manner.LATE;
        }
        return traffic.manner;
    }

    private long quiet(Traffic traffic) {
        return traffic.started > 0 ? nanos.getAsLong() - traffic.quietSince : 0;
    }

    private int places(Traffic traffic) {
        var share = share(traffic);
        return traffic.manner == Manner.PROMPT && share < connections ? 2 * share : share;
    }

    private int share(Traffic traffic) {
        traffic.resting = traffic.resting && traffic.restsUntil - nanos.getAsLong() > 0;
        if (traffic.resting || quiet(traffic) > SLOW) {
            return 0;
        }
        if (manner(traffic) != Manner.PROMPT) {
            return Math.max(1, connections / 10);
        }
        return known.size() > 1 ? Math.max(1, connections * 3 / 4) : Integer.MAX_VALUE;
    }
}
