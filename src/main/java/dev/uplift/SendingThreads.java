package dev.uplift;

import dev.uplift.delivery.Closing;
import dev.uplift.delivery.Courier;
import dev.uplift.platform.UpliftClock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads of this node that send: two porters, so that one writes messages while the other waits for its marks; one that
 * writes down what channels said; and the heartbeat. Every node has its own.
 */
@Component
class SendingThreads implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SendingThreads.class);
    private static final long PAUSE = 20_000_000;
    private static final long IDLE = 200_000_000;

    /** A relay may think for minutes about a message; what is not answered by then will be UNKNOWN. */
    private static final long LONGEST_STOP = 20_000_000_000L;

    private static final long SECOND = 1_000_000_000;

    private final WakingStages stages;
    private final Courier courier;
    private final Closing closing;
    private final UpliftClock clock;
    private List<Thread> threads = List.of();
    private volatile boolean sending;
    private volatile boolean recording;

    SendingThreads(WakingStages stages, Courier courier, Closing closing, UpliftClock clock) {
        this.stages = stages;
        this.courier = courier;
        this.closing = closing;
        this.clock = clock;
    }

    @Override
    public void start() {
        sending = true;
        recording = true;
        courier.open();
        threads = Stream.of(
                        new Thread(this::port, "porter-1"),
                        new Thread(this::port, "porter-2"),
                        new Thread(this::write, "recorder"),
                        new Thread(this::beat, "heartbeat"))
                .peek(Thread::start)
                .toList();
    }

    /** First of all parts: nothing more is marked, and what is on its way is recorded while everything it needs lives. */
    @Override
    public void stop() {
        sending = false;
        courier.close();
        for (var waited = 0L; courier.onTheWay() > 0 && waited < LONGEST_STOP; waited += PAUSE) {
            LockSupport.parkNanos(PAUSE);
        }
        recording = false;
        threads.forEach(SendingThreads::await);
    }

    @Override
    public boolean isRunning() {
        return recording;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void port() {
        while (sending) {
            attempt(() -> {
                if (clock.simulating() || stages.send(clock.instant()) == 0) {
                    LockSupport.parkNanos(PAUSE);
                }
            });
        }
    }

    private void write() {
        while (recording) {
            attempt(() -> stages.record(clock.instant()));
        }
    }

    private void beat() {
        while (recording) {
            attempt(closing::beat);
            LockSupport.parkNanos(SECOND);
        }
    }

    /** What failed is tried again: the database may be away for a while, or memory short. No thread ends unseen. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            log.warn("Sending stopped short and goes on in a moment: {}", RootCause.of(e));
            LockSupport.parkNanos(IDLE);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
