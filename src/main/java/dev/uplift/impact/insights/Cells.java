package dev.uplift.impact.insights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.uplift.impact.stats.Classes;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** All groups of five answers and more, beside everybody else in scope. */
    List<Group> groups() {
        var everybody = sum(within(false).filter(cell -> cell.segment().isEmpty()));
        var places = within(false)
                .filter(cell -> scope.segment().isEmpty() || cell.segment().equals(scope.segment()))
                .collect(groupingBy(
                        Place::of, () -> new TreeMap<>(ORDER), reducing(NONE, Cell::answers, Classes::plus)));
        return places.entrySet().stream()
                .filter(place -> place.getValue().answered() >= Group.FEWEST_SHOWN)
                .map(place -> place.getKey().group(place.getValue(), everybody))
                .toList();
    }

    private Stream<Cell> within(boolean earlier) {
        return cells.stream().filter(cell -> cell.earlier() == earlier && scope.admits(cell));
    }

    private static Classes sum(Stream<Cell> cells) {
        return cells.map(Cell::answers).reduce(NONE, Classes::plus);
    }

    /** What makes a group; surveys about the same touchpoint belong together. */
    private record Place(String segment, String touchpoint, String channel) {

        static Place of(Cell cell) {
            return new Place(cell.segment(), cell.touchpoint(), cell.channel());
        }

        Group group(Classes answers, Classes everybody) {
            var rest = new Classes(
                    everybody.detractors() - answers.detractors(),
                    everybody.passives() - answers.passives(),
                    everybody.promoters() - answers.promoters());
            return new Group(segment, touchpoint, channel, answers, Difference.between(answers, rest));
        }
    }
}
