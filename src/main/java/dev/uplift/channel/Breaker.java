package dev.uplift.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Keeps us from a provider that fails: it opens when half of the last 20 calls failed, or at once when told so, rests, and
 * then lets a single call probe whether all is well again. Each rest after a failed probe is twice as long, up to 30 s.
 */
public final class Breaker {

    private static final int CALLS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private final Deque<Boolean> failures = new ArrayDeque<>();
    private Duration rest = Duration.ofSeconds(1);
    private boolean open;
    private boolean probing;
    private long restsUntil;

    /** A closed one. */
    public Breaker() {
        this(System::nanoTime);
    }

    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether the provider should not be asked now. */
    public synchronized boolean resting() {
        return open && (probing || restsUntil - nanos.getAsLong() > 0);
    }

    /** Whether the next call is a probe, so that there should be just one. */
    public synchronized boolean probes() {
        return open;
    }

    /** A call begins. */
    public synchronized void begin() {
        probing = open;
    }

    /** The provider did its work, whatever it said about the message. */
    public synchronized void worked() {
        if (open) {
            failures.clear();
            rest = Duration.ofSeconds(1);
        }
        open = false;
        probing = false;
        note(false);
    }

    /** The provider did not answer as it should; returns whether that opened the breaker. */
    public synchronized boolean failed() {
        note(true);
        var half = failures.size() == CALLS
                && failures.stream().filter(failed -> failed).count() * 2 >= CALLS;
        return (open || half) && trip();
    }

    /** The provider cannot be used at all: no connection, or our name and password are refused. */
    public synchronized boolean trip() {
        var fresh = !open;
        if (fresh || probing) {
            restsUntil = nanos.getAsLong() + rest.toNanos();
            rest = rest.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : rest.multipliedBy(2);
        }
        open = true;
        probing = false;
        return fresh;
    }

    private void note(boolean failed) {
        failures.addLast(failed);
        if (failures.size() > CALLS) {
            failures.removeFirst();
        }
    }
}
