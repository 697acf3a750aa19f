package dev.uplift.impact;

import dev.uplift.impact.Evidence.Outside;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Moments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people of the same earlier answers did by themselves, as those showed whom other campaigns held back by lot.
 *
 * @param change of the score to expect without any campaign, in points
 * @param people held back who answered before and after
 */
record Recovery(Effect change, long people) {

    /** Fewer held back of one class tell nothing about the others of that class. */
    private static final long FEWEST = 30;

    /** Nothing while some class of the contacted has too few who were held back. */
    static Optional<Recovery> of(List<Peers> contacted, List<Outside> heldBack) {
        var before = contacted.stream().map(Peers::before).reduce(new Classes(0, 0, 0), Classes::plus);
        var parts = Stream.of(
                        new Part(-100, before.detractors(), after(heldBack, -100)),
                        new Part(0, before.passives(), after(heldBack, 0)),
                        new Part(100, before.promoters(), after(heldBack, 100)))
                .filter(part -> part.contacted > 0)
                .toList();
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.after.answered() < FEWEST)) {
            return Optional.empty();
        }
        return parts.stream()
                .map(part -> part.change().scaled((double) part.contacted / before.answered()))
                .reduce(Effect::plus)
                .map(change -> new Recovery(
                        change, parts.stream().mapToLong(part -> part.after.answered()).sum()));
    }

    private static Classes after(List<Outside> heldBack, double points) {
        return heldBack.stream()
                .filter(people -> Peers.points(people.earlier()) == points)
                .map(people -> Peers.classes(people.score(), people.people()))
                .reduce(new Classes(0, 0, 0), Classes::plus);
    }

    /** Contacted people of one class in points, and what those held back of the same class answered later. */
    private record Part(double points, long contacted, Classes after) {

        Effect change() {
            var later = Moments.of(after);
            return new Effect(later.mean() - points, Math.sqrt(later.variance() / later.count()), later.count() - 1);
        }
    }
}
