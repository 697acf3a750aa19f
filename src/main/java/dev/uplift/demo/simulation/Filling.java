package dev.uplift.demo.simulation;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Keeps the process out of service until it is clear that nothing has to be simulated, or all has been. */
@Component
class Filling implements HealthIndicator {

    private volatile boolean settled;

    void settle() {
        settled = true;
    }

    @Override
    public Health health() {
        return settled ? Health.up().build() : Health.outOfService().build();
    }
}
