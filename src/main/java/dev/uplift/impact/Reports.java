package dev.uplift.impact;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Computes reports from aggregates. */
@Component
public class Reports {

    /** The report as of now. */
    public Report report(Question question, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * The smallest effect that could be detected with 80 % power at a two-sided 5 %, in points.
     *
     * @param treated expected answers of treated customers
     * @param holdOut expected answers of the hold-out
     */
    public double detectablePoints(double treated, double holdOut) {
        throw new UnsupportedOperationException("not built yet");
    }
}
