package dev.uplift.audience;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.List;

/** What can be wrong with named segments as a whole. */
final class SegmentProblem {

    private SegmentProblem() {}

    static InvalidInput cycle(String key) {
        return of(key, "The segment contains itself.", "Take the reference that leads back to it out of its rule.");
    }

    static InvalidInput unknown(String key) {
        return of(key, "There is no such segment.", "Save it first.");
    }

    static InvalidInput badKey() {
        return of("segment", "The key is not usable.", "Use small letters, digits and -, at most 64, a letter first.");
    }

    static InvalidInput unreadable(String key) {
        return of(
                key, "The rule is too long or holds characters that are no text.", "Write at most 100,000 characters.");
    }

    static InvalidInput tooLarge() {
        return of("segment", "The rule is too large with all segments it names.", "Split it into simpler campaigns.");
    }

    private static InvalidInput of(String key, String what, String remedy) {
        return new InvalidInput(List.of(Problem.error("segment " + key, what, remedy)));
    }
}
