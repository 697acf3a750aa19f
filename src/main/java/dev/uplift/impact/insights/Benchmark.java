package dev.uplift.impact.insights;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else measured. Scores run from -100 to 100.
 *
 * @param source who published it
 * @param date as of when
 * @param metric {@code nps}
 * @param method how it was measured
 * @param n number of answers, 1 or more
 * @param low lower end of its 95 % range, or null if not published; then high is null too
 */
public record Benchmark(
        String source,
        LocalDate date,
        String metric,
        String method,
        long n,
        double score,
        @Nullable Double low,
        @Nullable Double high,
        Instant importedAt,
        String importedBy) {

    /**
     * Our method: the company's own customers, invited one by one, 0 to 10, detractors up to 6, promoters from 9. A panel, or a
     * survey in which nobody knows who asks, gives other scores for the same company.
     */
    public static final String OURS = "invited-customers-0-10";

    /** Whether its score may be held against ours. */
    public boolean comparable() {
        return method.equals(OURS);
    }
}
