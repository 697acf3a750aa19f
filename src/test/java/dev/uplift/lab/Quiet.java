package dev.uplift.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How busy the machine is with other work before a run begins; on a busy one, a pace says nothing about the product. */
final class Quiet {

    private static final double BUSY = 0.3;

    private final double load;

    private Quiet(double load) {
        this.load = load;
    }

    /** Measures for a moment in which the laboratory itself does nothing. */
    static Quiet measure() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        machine.getCpuLoad();
        Threads.pause(Duration.ofSeconds(3));
        return new Quiet(machine.getCpuLoad());
    }

    /** Ends the test as skipped if what follows, about pace, could not be told apart from the other work. */
    void require() {
        assumeTrue(
                load < BUSY, "pace was not judged: other work kept %.0f %% of the machine busy".formatted(100 * load));
    }
}
