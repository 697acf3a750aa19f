package dev.uplift.survey.answers;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The place of an answer in the order of all, newest first; where the page before ended. */
public record Place(Instant at, long invitation) {

    /** The place as {@link #text} wrote it; throws {@link InvalidInput} for anything else. */
    public static Place of(String text) {
        var parts = text.split("-", -1);
        if (!text.matches("\\d{1,17}-\\d{1,18}")) {
            throw new InvalidInput(List.of(Problem.error(
                    "after", "'" + text + "' is no place in the list.", "Send what 'next' of the page before says.")));
        }
        return new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1]));
    }

    /** Short text for addresses: microseconds since 1970 and the number of the invitation. */
    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + invitation;
    }
}
