package dev.uplift.web.staff;

import static java.util.stream.Collectors.toMap;

import dev.uplift.impact.insights.Contrast;
import dev.uplift.impact.insights.Mark;
import dev.uplift.impact.insights.Scope;
import dev.uplift.impact.insights.Series;
import dev.uplift.impact.insights.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the address of the insights asks for; what it does not say, or says wrongly, is chosen by what there is.
 *
 * @param values the parameters of the address
 * @param series what was ever asked and answered
 * @param starts runs that began since the first answer, the newest first
 * @param today the last day of every span that is not given by its days
 */
record InsightsForm(Map<String, String> values, List<Series> series, List<Mark> starts, LocalDate today) {

    /** Lengths to choose from, in days. */
    static final List<String> PERIODS = List.of("30", "90", "365", "730");

    private static final List<String> TIMES = List.of("", "before", "year");
    private static final String RUN = "run:";

    private static final List<String> KINDS = List.of("relational", "transactional", "unknown");
    private static final List<String> NAMES =
            List.of("kind", "touchpoint", "survey", "channel", "segment", "period", "from", "until", "compare");
    private static final int MOST_YEARS = 10;

    Scope scope() {
        return new Scope(kind(), value("touchpoint"), value("survey"), value("channel"), value("segment"));
    }

    /** The wanted kind of survey, else the first that has answers. */
    String kind() {
        var wanted = value("kind");
        return KINDS.contains(wanted) ? wanted : kinds().findFirst().orElse("relational");
    }

    /** The kinds that have answers. */
    Stream<String> kinds() {
        return KINDS.stream()
                .filter(kind -> series.stream().anyMatch(one -> one.kind().equals(kind)));
    }

    Span span() {
        var from = date("from");
        var until = date("until");
        if (from == null || until == null || until.isBefore(from)) {
            return Span.ending(today, Long.parseLong(period()));
        }
        var earliest = until.minusYears(MOST_YEARS);
        return new Span(from.isBefore(earliest) ? earliest : from, until);
    }

    /** The wanted length in days, else the shortest that holds the first answer, at least 90 and at most 365 days. */
    String period() {
        var wanted = value("period");
        return PERIODS.contains(wanted) ? wanted : young() ? "90" : "365";
    }

    /** All days since the first answer. */
    static Span data(List<Series> series, LocalDate today) {
        var first = series.stream().map(Series::first).min(Comparator.naturalOrder());
        return new Span(first.filter(day -> day.isBefore(today)).orElse(today), today);
    }

    /** What can be compared: nothing, the span with an earlier one, or the time before and after a run began. */
    List<String> comparisons() {
        return Stream.concat(TIMES.stream(), starts.stream().map(InsightsForm::run))
                .toList();
    }

    /** One of {@link #comparisons()}; empty for none. */
    String comparison() {
        return comparisons().contains(value("compare")) ? value("compare") : "";
    }

    /** The run whose start parts before from after, or null. */
    @Nullable
    Mark start(String comparison) {
        return starts.stream()
                .filter(start -> run(start).equals(comparison))
                .findFirst()
                .orElse(null);
    }

    /** The spans to compare, or null for none; a run that began after the span parts nothing. */
    @Nullable
    Contrast contrast() {
        var start = start(comparison());
        if (start != null) {
            return start.day().isAfter(span().last())
                    ? null
                    : Contrast.withBefore(new Span(start.day(), span().last()));
        }
        return switch (comparison()) {
            case "before" -> Contrast.withBefore(span());
            case "year" -> Contrast.withYearBefore(span());
            default -> null;
        };
    }

    private static String run(Mark start) {
        return RUN + start.campaign() + ":" + start.number();
    }

    /** What the address says, or an empty text. */
    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** What the address says, without what is not asked here. */
    Map<String, String> given() {
        return NAMES.stream()
                .filter(name -> !value(name).isEmpty())
                .collect(toMap(Function.identity(), this::value, (one, same) -> one, LinkedHashMap::new));
    }

    /** The same page with other values; an empty one means all. */
    String address(Map<String, String> changes) {
        var address = UriComponentsBuilder.fromPath("/insights");
        for (var name : NAMES) {
            var value = changes.getOrDefault(name, value(name));
            if (!value.isEmpty()) {
                address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        }
        return address.build(true).toUriString();
    }

    /** The day as the address gives it, or null; other text than a date counts as none. */
    private @Nullable LocalDate date(String name) {
        try {
            return value(name).isEmpty() ? null : LocalDate.parse(value(name));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private boolean young() {
        var start = Span.ending(today, 90).first();
        return series.stream()
                .filter(one -> one.kind().equals(kind()))
                .noneMatch(one -> one.first().isBefore(start));
    }
}
