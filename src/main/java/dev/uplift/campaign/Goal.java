package dev.uplift.campaign;

import dev.uplift.platform.Metric;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to achieve.
 *
 * @param target score to reach, in points of NPS or percent of a share, or null
 * @param by date of the read-out, or null
 * @param worth smallest effect worth having, in points or percentage points
 */
public record Goal(
        Metric metric, @Nullable Integer target, @Nullable LocalDate by, int worth) {}
