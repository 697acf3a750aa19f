package dev.uplift.lab;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Threads that end with us, and waiting for something to become true. */
final class Threads {

    private static final Duration STEP = Duration.ofMillis(50);

    private Threads() {}

    static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it is true; throws after this long with what was waited for. */
    static void await(String what, Duration longest, Callable<Boolean> condition) {
        var end = System.nanoTime() + longest.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Waited " + longest.toSeconds() + " s in vain: " + what);
            }
            pause(STEP);
        }
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            // a node or a database that is down answers nothing, and we go on waiting for it
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
