package dev.uplift.survey.answers;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what an address asks for; everything that is wrong with it is reported at once. */
public final class AnswerQuestion {

    /** The parameters of an address, in the order in which they are shown. */
    public static final List<String> NAMES = List.of(
            "q",
            "class",
            "tag",
            "survey",
            "touchpoint",
            "campaign",
            "metric",
            "language",
            "score-at-least",
            "score-at-most",
            "from",
            "to");

    /** The parts of every scale as addresses name them, the lowest first. */
    public static final Map<String, Metric.Part> CLASSES = classes();

    private final Map<String, String> values;
    private final ZoneId zone;
    private final List<Problem> problems = new ArrayList<>();

    private AnswerQuestion(Map<String, String> values, ZoneId zone) {
        this.values = values;
        this.zone = zone;
    }

    /**
     * The filter; throws {@link InvalidInput} if a value cannot be used. Other parameters are none of its business.
     *
     * @param zone in which {@code from} and {@code to}, both inclusive, are days
     */
    public static AnswerFilter read(Map<String, String> values, ZoneId zone) {
        return new AnswerQuestion(values, zone).filter();
    }

    private AnswerFilter filter() {
        var filter = new AnswerFilter(
                text("survey"),
                read("metric", Metric::of, "Write " + Metric.choice() + "."),
                day("from", 0),
                day("to", 1),
                score("score-at-least"),
                score("score-at-most"),
                read(
                        "class",
                        text -> Optional.ofNullable(CLASSES.get(text)),
                        "Write one of: " + String.join(", ", CLASSES.keySet()) + "."),
                text("tag"),
                text("q"),
                text("language"),
                text("touchpoint"),
                text("campaign"));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return filter;
    }

    private @Nullable Integer score(String name) {
        return read(name, Metric.NPS::answer, "Write a whole number from 0 to 10.");
    }

    private @Nullable Instant day(String name, int later) {
        var day = read(name, AnswerQuestion::date, "Write a day such as 2026-11-30.");
        return day == null ? null : day.plusDays(later).atStartOfDay(zone).toInstant();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1900 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private <T> @Nullable T read(String name, Function<String, Optional<T>> convert, String remedy) {
        var text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        var value = convert.apply(text);
        if (value.isEmpty()) {
            problems.add(Problem.error(name, "'" + text + "' cannot be used for '" + name + "'.", remedy));
        }
        return value.orElse(null);
    }

    /** PostgreSQL takes no null character. */
    private String text(String name) {
        return values.getOrDefault(name, "").replace("\0", "").strip();
    }

    private static Map<String, Metric.Part> classes() {
        var classes = new LinkedHashMap<String, Metric.Part>();
        classes.put("detractor", Metric.Part.LOWER);
        classes.put("passive", Metric.Part.MIDDLE);
        classes.put("promoter", Metric.Part.UPPER);
        return java.util.Collections.unmodifiableMap(classes);
    }
}
