package dev.uplift.bench;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of work in numbers.
 *
 * @param cpuMicrosPerMessage of everything but the sink; null where the system does not tell
 * @param databaseCpuMicrosPerMessage the part of it that PostgreSQL used; 0 without one
 * @param sinkCpuMicrosPerMessage what the sink used beside it
 */
record Phase(
        int messages,
        double seconds,
        double perSecond,
        @Nullable Double cpuMicrosPerMessage,
        @Nullable Double databaseCpuMicrosPerMessage,
        @Nullable Double sinkCpuMicrosPerMessage) {

    /** To two places, as much as the measurement is good for. */
    static double round(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
