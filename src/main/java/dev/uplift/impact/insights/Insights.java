package dev.uplift.impact.insights;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import dev.uplift.impact.insights.Tallies.ScoreCount;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.UpliftSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers questions about NPS from the counts of the last roll-up. */
@Component
public class Insights {

    private final Tallies tallies;
    private final ZoneId zone;

    Insights(Tallies tallies, UpliftSettings settings) {
        this.tallies = tallies;
        this.zone = ZoneId.of(settings.company().zone());
    }

    /** The day of the company's time zone. */
    public LocalDate day(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** What was ever asked and answered, the newest answer first. */
    public List<Series> series() {
        return tallies.series();
    }

    /** The newest 20 runs that began in the span, the newest first. */
    public List<Mark> starts(Span span) {
        return tallies.marks(span, zone);
    }

    /** How many answers of this scope and span gave each score. */
    public Scores scores(Scope scope, Span span) {
        return scores(tallies.slices(scope, span));
    }

    /** What the answers of this scope and span say, and how two spans differ if they are given. */
    public Insight look(Scope scope, Span span, @Nullable Contrast contrast) {
        var counts = tallies.slices(scope, span);
        var cells = cells(scope, span);
        return new Insight(
                scores(counts),
                Trend.of(span, classes(counts)),
                contrast == null
                        ? null
                        : Change.of(contrast, cells(scope, contrast.later()), cells(scope, contrast.earlier())),
                cells.groups(span),
                tallies.contacts(scope, span),
                starts(span),
                names(cells, Cell::channel),
                names(cells, Cell::segment));
    }

    private Cells cells(Scope scope, Span span) {
        return new Cells(scope, tallies.cells(scope.kind(), span));
    }

    private static Scores scores(Collection<ScoreCount> counts) {
        return Scores.of(counts.stream().collect(groupingBy(ScoreCount::score, summingLong(ScoreCount::answers))));
    }

    private static Map<LocalDate, Classes> classes(Collection<ScoreCount> counts) {
        return counts.stream()
                .collect(groupingBy(
                        ScoreCount::start,
                        collectingAndThen(toList(), slice -> scores(slice).classes())));
    }

    private static SortedSet<String> names(Cells cells, Function<Cell, String> name) {
        return cells.cells().stream().map(name).filter(text -> !text.isEmpty()).collect(toCollection(TreeSet::new));
    }
}
