package dev.uplift.web.staff;

import dev.uplift.impact.insights.Insight;
import dev.uplift.impact.insights.Mark;
import dev.uplift.impact.insights.Series;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form above the insights.
 *
 * @param from first day of a span of one's own as the field wants it, {@code 2026-03-31}; empty for the chosen length
 * @param until last day of it
 */
record Filters(List<Select> selects, String from, String until) {

    static Filters of(InsightsForm form, Insight insight, Wording wording) {
        var own = !form.value("from").isEmpty() && !form.value("until").isEmpty();
        return new Filters(
                List.of(
                        Select.of(
                                "kind",
                                wording.text("staff.insights.kind"),
                                form.kinds(),
                                form.kind(),
                                kind -> wording.text("staff.kind." + kind)),
                        narrowing("touchpoint", asked(form, Series::touchpoint), form, wording),
                        narrowing("survey", asked(form, Series::survey), form, wording),
                        narrowing("channel", insight.channels(), form, wording),
                        narrowing("segment", insight.segments(), form, wording),
                        Select.of(
                                "period",
                                wording.text("staff.insights.period"),
                                InsightsForm.PERIODS.stream(),
                                form.period(),
                                days -> wording.text("staff.insights.period." + days)),
                        Select.of(
                                "compare",
                                wording.text("staff.insights.compare"),
                                form.comparisons().stream(),
                                form.comparison(),
                                with -> comparison(form.start(with), with, wording))),
                own ? form.span().first().toString() : "",
                own ? form.span().last().toString() : "");
    }

    private static String comparison(@Nullable Mark start, String with, Wording wording) {
        return start == null
                ? wording.text("staff.insights.compare." + (with.isEmpty() ? "none" : with))
                : wording.text(
                        "staff.insights.compare.run",
                        start.campaign(),
                        wording.count(start.number()),
                        wording.date(start.day()));
    }

    private static Select narrowing(String name, Collection<String> values, InsightsForm form, Wording wording) {
        return Select.of(
                name,
                wording.text("staff.insights." + name),
                Stream.concat(Stream.of(""), values.stream()),
                form.value(name),
                value -> words(name, value, wording));
    }

    private static String words(String name, String value, Wording wording) {
        if (value.isEmpty()) {
            return wording.text("staff.insights.all");
        }
        return name.equals("channel") ? wording.word("staff.channel.", value) : value;
    }

    private static List<String> asked(InsightsForm form, Function<Series, String> value) {
        return form.series().stream()
                .filter(series -> series.kind().equals(form.kind()))
                .map(value)
                .distinct()
                .sorted()
                .toList();
    }
}
