package dev.uplift.demo.phone;

import dev.uplift.demo.LocalOnly;
import dev.uplift.platform.UpliftClock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Reports deliveries every second, except while a simulation holds the clock and does so itself. */
@Component
@Conditional(LocalOnly.class)
class CallbackRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CallbackRounds.class);

    private final Phone phone;
    private final UpliftClock clock;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(CallbackRounds::thread);
    private volatile @Nullable Future<?> rounds;

    CallbackRounds(Phone phone, UpliftClock clock) {
        this.phone = phone;
        this.clock = clock;
    }

    @Override
    public void start() {
        rounds = executor.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        var current = rounds;
        if (current != null) {
            current.cancel(false);
        }
        rounds = null;
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void round() {
        try {
            if (!clock.simulating()) {
                phone.deliverCallbacks();
            }
        } catch (RuntimeException e) {
            // An executor would silently drop all further rounds.
            log.warn("Deliveries of SMS could not be reported; trying again in a second", e);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "phone-callbacks");
        thread.setDaemon(true);
        return thread;
    }
}
