package dev.uplift.impact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest look at a campaign in short, as it was kept; its components mean what they mean in a {@link Report}.
 *
 * @param asOf until when answers were counted
 */
public record Finding(
        String campaign,
        Instant asOf,
        String metric,
        String level,
        Report.Verdict verdict,
        Map<String, Report.Arm> arms,
        Report.@Nullable Difference difference,
        Report.@Nullable Naive naive,
        Look look) {

    /** Answers of both arms together. */
    public long answers() {
        return arms.values().stream().mapToLong(Report.Arm::answered).sum();
    }
}
