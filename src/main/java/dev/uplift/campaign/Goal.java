package dev.uplift.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is to achieve.
 *
 * @param metric {@code nps}
 * @param target score to reach, in points, or null
 * @param by date of the read-out, or null
 * @param worth smallest effect worth having, in points
 */
public record Goal(
        String metric, @Nullable Integer target, @Nullable LocalDate by, int worth) {}
