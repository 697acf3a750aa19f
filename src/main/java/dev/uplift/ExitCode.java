package dev.uplift;

/** The exit code supervisors go by: 0 after a stop that somebody asked for, 1 after a start that failed. */
final class ExitCode {

    private volatile boolean stopping;
    private volatile int code;

    ExitCode() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping = true));
    }

    /** Starts; a failure counts unless the stop itself has cut the start short. */
    void start(Runnable application) {
        try {
            application.run();
        } catch (RuntimeException e) {
            code = stopping ? 0 : 1;
            throw e;
        }
    }

    /** Ends the process when everything is closed; the JVM itself would report 143 after SIGTERM. */
    void halt() {
        Runtime.getRuntime().halt(code);
    }
}
