package dev.uplift.impact.insights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.MixShift;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers of one kind in two spans, cut and summed as a scope wants them. */
record Cells(Scope scope, List<Cell> cells) {

    static final Classes NONE = new Classes(0, 0, 0);

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::segment)
            .thenComparing(Place::touchpoint)
            .thenComparing(Place::channel);

    /** Everything in scope, of the span itself or of the earlier one. */
    Classes total(boolean earlier) {
        return sum(within(earlier).filter(cell -> cell.segment().equals(scope.segment())));
    }

    /** All groups of five answers and more, beside everybody else in scope and judged together. */
    List<Group> groups() {
        var places = places();
        var differences = new LinkedHashMap<Place, Difference>();
        var everybody = sum(within(false).filter(cell -> cell.segment().isEmpty()));
        places.forEach((place, answers) -> {
            var difference = Difference.between(answers, less(everybody, answers));
            if (difference != null) {
                differences.put(place, difference);
            }
        });
        var judged = Judgement.all(List.copyOf(differences.values())).iterator();
        return places.entrySet().stream()
                .map(place -> place.getKey()
                        .group(place.getValue(), differences.containsKey(place.getKey()) ? judged.next() : null))
                .toList();
    }

    /** What each survey and channel had in both spans. */
    List<MixShift.Kind> kinds() {
        return Stream.concat(within(true), within(false))
                .filter(cell -> cell.segment().equals(scope.segment()))
                .collect(groupingBy(cell -> List.of(cell.survey(), cell.channel())))
                .values()
                .stream()
                .map(kind -> new MixShift.Kind(
                        sum(kind.stream().filter(Cell::earlier)),
                        sum(kind.stream().filter(cell -> !cell.earlier()))))
                .toList();
    }

    private Map<Place, Classes> places() {
        var places = within(false)
                .filter(cell -> scope.segment().isEmpty() || cell.segment().equals(scope.segment()))
                .collect(groupingBy(
                        Place::of, () -> new TreeMap<>(ORDER), reducing(NONE, Cell::answers, Classes::plus)));
        places.values().removeIf(answers -> answers.answered() < Group.FEWEST_SHOWN);
        return places;
    }

    private Stream<Cell> within(boolean earlier) {
        return cells.stream().filter(cell -> cell.earlier() == earlier && scope.admits(cell));
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

        Group group(Classes answers, @Nullable Judgement difference) {
            return new Group(segment, touchpoint, channel, answers, difference);
        }
    }
}
