package dev.uplift.impact.insights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toList;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.MixShift;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers of one kind in a span, cut and summed as a scope wants them. */
record Cells(Scope scope, List<Cell> cells) {

    static final Classes NONE = new Classes(0, 0, 0);

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::segment)
            .thenComparing(Place::touchpoint)
            .thenComparing(Place::channel);

    /** Everything in scope. */
    Classes total() {
        return sum(ofScope());
    }

    /** All groups of five answers and more with their course in the span, beside everybody else and judged together. */
    List<Group> groups(Span span) {
        var places = places();
        var differences = new LinkedHashMap<Place, Difference>();
        var everybody = sum(admitted().filter(cell -> cell.segment().isEmpty()));
        places.forEach((place, cells) -> {
            var answers = sum(cells.stream());
            var difference = Difference.between(answers, less(everybody, answers));
            if (difference != null) {
                differences.put(place, difference);
            }
        });
        var judged = Judgement.all(List.copyOf(differences.values())).iterator();
        return places.entrySet().stream()
                .map(place -> place.getKey()
                        .group(place.getValue(), span, differences.containsKey(place.getKey()) ? judged.next() : null))
                .toList();
    }

    /** What each survey and channel had in two spans. */
    static List<MixShift.Kind> kinds(Cells earlier, Cells later) {
        var before = earlier.bySurveyAndChannel();
        var after = later.bySurveyAndChannel();
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .map(kind -> new MixShift.Kind(before.getOrDefault(kind, NONE), after.getOrDefault(kind, NONE)))
                .toList();
    }

    private Map<List<String>, Classes> bySurveyAndChannel() {
        return ofScope()
                .collect(groupingBy(
                        cell -> List.of(cell.survey(), cell.channel()), reducing(NONE, Cell::answers, Classes::plus)));
    }

    private Map<Place, List<Cell>> places() {
        var places = admitted()
                .filter(cell -> scope.segment().isEmpty() || cell.segment().equals(scope.segment()))
                .collect(groupingBy(Place::of, () -> new TreeMap<>(ORDER), toList()));
        places.values().removeIf(cells -> sum(cells.stream()).answered() < Group.FEWEST_SHOWN);
        return places;
    }

    private Stream<Cell> ofScope() {
        return admitted().filter(cell -> cell.segment().equals(scope.segment()));
    }

    private Stream<Cell> admitted() {
        return cells.stream().filter(scope::admits);
    }

    private static Classes sum(Stream<Cell> cells) {
        return cells.map(Cell::answers).reduce(NONE, Classes::plus);
    }

    private static Classes less(Classes all, Classes some) {
        return new Classes(
                all.detractors() - some.detractors(),
                all.passives() - some.passives(),
                all.promoters() - some.promoters());
    }

    /** What makes a group; surveys about the same touchpoint belong together. */
    private record Place(String segment, String touchpoint, String channel) {

        static Place of(Cell cell) {
            return new Place(cell.segment(), cell.touchpoint(), cell.channel());
        }

        Group group(List<Cell> cells, Span span, @Nullable Judgement difference) {
            var course = cells.stream().collect(groupingBy(Cell::start, reducing(NONE, Cell::answers, Classes::plus)));
            return new Group(segment, touchpoint, channel, sum(cells.stream()), Trend.of(span, course), difference);
        }
    }
}
