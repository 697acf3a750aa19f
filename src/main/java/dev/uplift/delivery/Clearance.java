package dev.uplift.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * When a marked message may leave: at once while its share of the limits is fresh, else with another share, so that what was
 * held up on its way does not arrive together with what follows; and never long after its mark.
 */
final class Clearance implements BooleanSupplier {

    /** A message that waited longer than this after its mark was stopped on the way. */
    private static final long LONGEST = Duration.ofSeconds(60).toNanos();

    private static final long FRESH = Duration.ofMillis(20).toNanos();
    private static final long BREATH = Duration.ofMillis(10).toNanos();

    private final BooleanSupplier again;
    private final long marked = System.nanoTime();
    private boolean refused;

    /** The supplier takes another share of the limits, if there is one. */
    Clearance(BooleanSupplier again) {
        this.again = again;
    }

    @Override
    public boolean getAsBoolean() {
        refused = true;
        while (age() < LONGEST) {
            if (age() < FRESH || again.getAsBoolean()) {
                refused = false;
                return true;
            }
            LockSupport.parkNanos(BREATH);
        }
        return false;
    }

    /** Whether it was asked for last without success, so that the message has not left. */
    boolean refused() {
        return refused;
    }

    private long age() {
        return System.nanoTime() - marked;
    }
}
