package dev.uplift.alert;

import dev.uplift.platform.Metric;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be so before anybody is told. */
sealed interface Condition {

    /**
     * A score that is surely below: even the upper end of its range is.
     *
     * @param touchpoint moment of the customer journey; empty for all
     * @param points on the score's own scale: -100 to 100, or 0 to 100 percent
     * @param answers fewest that say anything
     * @param within how far answers go back
     */
    record ScoreBelow(Metric metric, String touchpoint, int points, int answers, Duration within)
            implements Condition {}

    /**
     * More cases than this wait for a first contact that is late.
     *
     * @param desk its key; empty for all desks together
     */
    record CasesOverdue(String desk, int moreThan) implements Condition {}

    /**
     * A single case; everything that is given must fit.
     *
     * @param scoreAtMost on the survey's own scale, or null
     * @param words one of which, or its beginning, stands in the comment; empty for any comment
     * @param attribute of the customer, with its value, or null
     */
    record OneCase(
            @Nullable Integer scoreAtMost,
            List<String> words,
            @Nullable Attribute attribute) implements Condition {}

    /** A value of a customer. */
    record Attribute(String name, String value) {}

    /** Somebody or something holds all sending. */
    record SendingStopped() implements Condition {}
}
