package dev.uplift.impact.insights;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A benchmark as it comes in, not yet checked; see {@link Benchmark} for what is expected. */
public record BenchmarkInput(
        @Nullable String source,
        @Nullable LocalDate date,
        @Nullable String metric,
        @Nullable String method,
        @Nullable Long n,
        @Nullable Double score,
        @Nullable Double low,
        @Nullable Double high) {

    private static final int LONGEST = 200;

    /** Throws {@link InvalidInput} with everything that is wrong. */
    Benchmark checked(Instant now, String by) {
        var problems = new ArrayList<Problem>();
        var checked = new Benchmark(
                text("source", source, problems),
                date == null ? missing("date", LocalDate.EPOCH, problems) : date,
                text("metric", metric, problems),
                text("method", method, problems),
                n == null ? missing("n", 1L, problems) : n,
                score == null ? missing("score", 0.0, problems) : score,
                low,
                high,
                now,
                by);
        check(checked, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return checked;
    }

    private static void check(Benchmark it, List<Problem> problems) {
        refuse(
                !it.metric().isEmpty() && !it.metric().equals("nps"),
                "metric",
                "Only 'nps' is measured here.",
                problems);
        refuse(it.n() < 1, "n", "A score needs at least one answer.", problems);
        refuse(Math.abs(it.score()) > 100, "score", "A score lies between -100 and 100.", problems);
        refuse((it.low() == null) != (it.high() == null), "low", "A range has two ends, or is left out.", problems);
        if (it.low() != null && it.high() != null) {
            var ordered = -100 <= it.low() && it.low() <= it.score() && it.score() <= it.high() && it.high() <= 100;
            refuse(!ordered, "low", "A range goes from -100 or more to 100 or less, with the score inside.", problems);
        }
    }

    private static void refuse(boolean wrong, String field, String what, List<Problem> problems) {
        if (wrong) {
            problems.add(Problem.error(field, what, "Mend '" + field + "' and send it again."));
        }
    }

    private static String text(String field, @Nullable String value, List<Problem> problems) {
        if (value == null || value.isBlank()) {
            return missing(field, "", problems);
        }
        refuse(value.length() > LONGEST, field, "That is longer than " + LONGEST + " characters.", problems);
        return value.strip();
    }

    private static <T> T missing(String field, T instead, List<Problem> problems) {
        problems.add(Problem.error(field, "It is missing.", "Send a value for '" + field + "'."));
        return instead;
    }
}
