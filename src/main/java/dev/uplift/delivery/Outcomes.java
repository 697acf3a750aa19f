package dev.uplift.delivery;

import dev.uplift.platform.Failpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What channels said, on its way into the ledger; while that cannot be written it is kept and tried again. */
@Component
class Outcomes {

    private static final int ENOUGH = 32;
    private static final int MOST = 256;

    private final Settlement settlement;
    private final BadAddresses badAddresses;
    private final PolicyStop policyStop;
    private final DomainPaces paces;
    private final BlockingQueue<Try> spoken = new LinkedBlockingQueue<>();
    private volatile List<Try> unrecorded = List.of();

    Outcomes(Settlement settlement, BadAddresses badAddresses, PolicyStop policyStop, DomainPaces paces) {
        this.settlement = settlement;
        this.badAddresses = badAddresses;
        this.policyStop = policyStop;
        this.paces = paces;
    }

    void add(Try tried) {
        spoken.add(tried);
    }

    /** What was not recorded last time, else what came since; waits a moment for the first. One thread only. */
    Heard hear() {
        if (unrecorded.isEmpty()) {
            unrecorded = next();
        }
        return new Heard(unrecorded);
    }

    /** Each part may be repeated, so that a failure in between loses nothing. */
    void record(List<Try> tries, Instant now) {
        if (!tries.isEmpty()) {
            Failpoint.at("settle.before");
            badAddresses.suppress(tries, now);
            paces.rest(tries, now);
            settlement.settle(tries, now);
            Failpoint.at("settle.after");
            badAddresses.detour(tries, now);
            policyStop.halt(tries, now);
        }
        unrecorded = List.of();
    }

    /** Waits for the first, and then a moment for more, so that they share a commit. */
    private List<Try> next() {
        var tries = new ArrayList<Try>();
        try {
            var tried = spoken.poll(100, TimeUnit.MILLISECONDS);
            while (tried != null) {
                tries.add(tried);
                spoken.drainTo(tries, MOST - tries.size());
                tried = tries.size() < ENOUGH ? spoken.poll(2, TimeUnit.MILLISECONDS) : null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return tries;
    }
}
