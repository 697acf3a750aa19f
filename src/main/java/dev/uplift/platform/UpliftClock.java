package dev.uplift.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one clock of the process: the system's, or a simulated one while somebody drives the engine through past days. */
@Component
public class UpliftClock extends Clock {

    private final Clock system;
    private volatile @Nullable Instant simulated;

    /** A clock that shows the system's time until told otherwise. */
    public UpliftClock() {
        this(Clock.systemUTC());
    }

    private UpliftClock(Clock system) {
        this.system = system;
    }

    /** Shows this instant until it is moved again or released. */
    public void simulate(Instant now) {
        simulated = now;
    }

    /** Goes back to the system's time. */
    public void release() {
        simulated = null;
    }

    /** Whether the shown time is simulated. */
    public boolean simulating() {
        return simulated != null;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new UpliftClock(system.withZone(zone));
    }

    @Override
    public Instant instant() {
        var shown = simulated;
        return shown == null ? system.instant() : shown;
    }
}
