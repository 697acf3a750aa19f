package dev.uplift.delivery;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells monitors which campaigns are stuck; the process is well, so nobody should end it for that. */
@Component("sendingHealthIndicator")
class SendingHealthIndicator extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "Campaigns are stuck");

    private final Watchdog watchdog;

    SendingHealthIndicator(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var stuck = watchdog.stuck().stream().map(Stuck::campaign).distinct().toList();
        if (stuck.isEmpty()) {
            health.up();
        } else {
            health.status(DEGRADED).withDetail("stuck", stuck);
        }
    }
}
